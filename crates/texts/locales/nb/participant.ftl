### Det som deltakere leser på sidene. Korte setninger: lesbarhetstall (LIX) på høyst 30.

erase-everything = Slett alt om meg
state-waiting = Venter på flere
