"""What a child takes home: its words, its codes and its paper. Only `paint` uses Qt."""
