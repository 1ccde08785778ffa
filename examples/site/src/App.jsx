import { Route, Routes } from "react-router-dom";

export default function App() {
  return (
    <Routes>
      <Route path="/afspraak" element={<Appointment />} />
      <Route path="/intake" element={<Intake />} />
      <Route path="/kennisbank" element={<Articles />} />
      <Route path="/kennisbank/:slug" element={<Article />} />
      <Route path="/:slug" element={<Service />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
