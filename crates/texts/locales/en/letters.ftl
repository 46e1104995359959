### Brevene. Ingenting her sier hva møtet handler om, og ingen andre nevnes.
