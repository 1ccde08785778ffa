export const match = (param) => ["utrecht", "zwolle"].includes(param);
