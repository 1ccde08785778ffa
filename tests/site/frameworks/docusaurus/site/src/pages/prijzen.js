import React from 'react';
export default function P() { return <main><h2>Prijzen</h2></main>; }
