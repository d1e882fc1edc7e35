"""The domain model: frozen attrs nouns that import nothing but the standard library and attrs."""
