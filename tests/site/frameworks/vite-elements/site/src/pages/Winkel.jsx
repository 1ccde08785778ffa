import { Route, Routes } from "react-router";

/** Descendant routes count from the route that shows them. */
export default function Winkel() {
  return (
    <Routes>
      <Route path="mandje" element={<p>Mandje</p>} />
    </Routes>
  );
}
