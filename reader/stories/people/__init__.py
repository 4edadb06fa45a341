"""People by name: how names are printed, who is known, and whom a report names in full or in part.

A report comes in; out come the keys of people, in the order in which they are named.

1. `name_candidates`: what a report prints as names: `capitalised_runs` of words, cut by `name_splitting`
   where no name goes on (`name_parts`: initials, particles, given names); `evidence` weighs what stands
   beside each, `roles` tells characters from people.
2. `people.People` learns them, each a `person.Person`; `spellings` takes two spellings of one name together.
3. `People.find` says whom a report names; `partial_names`: by surname or given name alone.
"""
