import { Route, Routes } from "react-router-dom";

export default function App() {
  return (
    <Routes>
      <Route path="/afspraak" element={<Appointment />} />
      <Route path="/kennisbank/:slug" element={<Article />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
