### Det som medarbeidere leser på sidene: lesbarhetstall (LIX) på høyst 40.

role-coordinator = koordinator
role-leader = kursleder
role-igangsetter = igangsetter
seat-invited = Invitert
seat-accepted = Takket ja
seat-declined = Takket nei
seat-silent = Ikke svart
