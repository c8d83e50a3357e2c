"""What is known: types, vocabulary, resolution, assembly, time, and the stores that keep it."""
