"""What is said right behind a date: that it is one of release, or of something else."""

from __future__ import annotations

from reader.patterns import late

_SAYS_SO = late(
    r" (?:on|in) (?:your|the|that) (?:calendars?|diar(?:y|ies))\b|"
    r"\s*(?:(?:theatrical|wide|limited|summer|holiday|domestic|us|u\.s\.|uk|cinema|streaming|disc|digital|"
    r"imax|worldwide|global) ){0,2}(?:opener\b|"
    r"is the (?:(?:new|latest|current|revised|likely|working) )?(?:plan|target|date|"
    r"aim|goal|hope|talk|word|one)\b|will tell|can[’']t|cannot|release|bow|debut|opening|launch|"
    r"berth|slot|rollout|roll-out|perch|date)\b|"
    r" (?:holds|stands|sticks)(?=$|[.,;:!)])|"
    r" (?:remains|stays|is (?:still|now)|still stands|looks) (?:the )?(?:plan|target|date|day|goal|aim|"
    r"official|"
    r"safe|locked|firm|intact|good|on)\b"
)
_FAR_OFF = late(
    r" (?:(?:still|just|only|already|really|somehow) )?(?:is|[’']s|feels|seems|looks|sounds|remains|"
    r"can(?:not|[’']t)|"
    r"could(?: not|n[’']t)|won[’']t) (?:(?:still|just|like|only|so|such|really|not|(?:very|too|that|awfully|"
    r"impossibly|painfully)) )*(?:an? (?:\w+ )?(?:way|while|age|eternity|lifetime|long|wait)|ages|forever|"
    r"years|months|"
    r"far|light[- ]years|miles|weeks|close|near|(?:right )?(?:around|round) the corner|soon|come|get here|"
    r"arrive)\b"
    r"| (?:is |are )?(?:now |all |well and truly )*(?:sorted|spoken for|taken care of|booked up|sewn up)\b"
    r"| (?:yet|already)\?|,? (?:hurry up|here we come|we[’']re ready|get here)\b"
)
"""A month that feels like ages away, or cannot come soon enough, is the one in which the film does."""
_PLAYED = late(
    r"(?:[^.;]{0,20}) (?:on|for|to) (?:the )?(?:ps ?[45]|playstation|xbox|nintendo|switch|steam|pc\b|"
    r"consoles?\b|all (?:consoles|systems))"
)
"""After a date: it is of a game."""
_AWAY = late(r",? (?:[\w-]+ ){0,3}(?:months?|weeks?|days?|years?) (?:before|ahead|prior|after|until|from)\b")
"""After a date: something happens so long before a release."""
_TOOK = late(r" (?:to|with) (?:an? )?(?:\w+ )?[$£€]")
"""After a date: what a film took when it opened then."""
_GROSSED = late(
    r" (?:release|movie|film|hit|smash|sleeper|opener) (?:has |had )?(?:grossed|made|earned|took|cost|"
    r"collected|"
    r"drew|sold)\b"
)
"""After a season: what the film of that season took."""
_WEEKEND = late(
    r" (?:(?:holiday|long|bank holiday) )*(?:weekend|frame|week|holiday|corridor|session|break)\b"
)
"""After a day: what was taken around it."""
_AT_ONE_PLACE = late(
    r"(?:[’']s)? (?:[\w-]+ )?(?:festivals?|fests?|film festival|awards? (?:season|race)|oscars?|baftas?|"
    r"ceremony|"
    r"edition|berlinale|cannes|venice|sundance|toronto|telluride)\b|"
    r"(?:,?| (?:in|on|at)) (?:the )?(?:palais|lido|croisette|official selection|main competition|sidebar|"
    r"bfi|ica|barbican|moma|prince charles|[\w’]+ (?:museum|festival))\b|"
    r" (?:at|during|as part of) (?:an?|the|this year[’']s) (?:[\w’-]+ ){0,3}?(?:event|screening|festival|"
    r"fest|"
    r"convention|panel|gala|premiere|ceremony|party|expo|comic-con|market|conference|concert|dinner|"
    r"benefit)\b"
)
"""After a date: where or by whom a film is shown then, and nowhere else."""
_SO_CALLED = late(
    r"[- ](?:[\w-]+ ){0,3}(?:releases?|roll-?out|bow|debut|opening|launch|date|slot|berth|frame|perch|opener|"
    r"premiere|window|engagement|run|expansion|re-?release|drop|"
    r"bank holiday|half[- ]term|(?:long |holiday )?weekend|holidays?|event|"
    r"movie|film|picture|flick|tentpole|arrival|unveiling)\b"
)
"""After a month that no word leads to: an October theatrical rollout, a July movie."""


_SHOWN_THEN = late(
    r"(?:[’']s)? (?:(?!(?:to|before|after|ahead|and|with|but)\b)[\w’-]+ ){0,4}"
    r"(?:coverage|broadcast|telecast|parade|special|livestream|party|"
    r"speech|episode|"
    r"tv spot|game|games|bowls?)\b|"
    r"[^.;:]{0,40}? to (?:premiere|debut|unveil|release|drop|share|show|launch|reveal|screen|post) (?:an?|"
    r"the|its|his|her|"
    r"their|more|new|some) (?:[\w’-]+ ){0,3}(?:trailer|teaser|poster|clip|footage|look|image|images|"
    r"photos?|spot|song)\b"
)
"""After a date: what is on then, and on which a film is only shown a glimpse of."""


def says_so(after: str) -> bool:
    """Tell whether the words behind a date, in lower case, make it one of release."""
    return bool(_SAYS_SO.match(after) or _FAR_OFF.match(after)) and not _GROSSED.match(after)


def far_off(after: str) -> bool:
    """Tell whether the words behind a date say how long it is until then."""
    return bool(_FAR_OFF.match(after))


def of_other(after: str) -> bool:
    """Tell whether the words behind a date make it one of something else: takings, a game, one house."""
    return any(each.match(after) for each in (_TOOK, _GROSSED, _PLAYED, _AT_ONE_PLACE, _SHOWN_THEN))


def of_weekend(after: str) -> bool:
    """Tell whether the words behind a day make it name the weekend around it."""
    return bool(_WEEKEND.match(after))


def away(after: str) -> bool:
    """Tell whether the words behind a date tell how long before or after a release something happens."""
    return bool(_AWAY.match(after))


def so_called(text: str, end: int) -> bool:
    """Tell whether a month is that of a release, by what stands behind it where it ends in a text."""
    return bool(_SO_CALLED.match(text, end))
