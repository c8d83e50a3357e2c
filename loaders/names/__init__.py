"""Who and what a paper names: grammars of bodies, posts, people and instruments over text, one module each."""
