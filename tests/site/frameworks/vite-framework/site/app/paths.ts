export const RECEPTEN = "recepten";
