export const ROUTES = { kennis: "/kennisbank", winkel: "winkel" };
