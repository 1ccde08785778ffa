export const entries = () => [{ slug: "een" }];
