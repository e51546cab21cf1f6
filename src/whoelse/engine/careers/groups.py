"""Which clues tell groups of occupations apart, trained on titles whose group is known.

A passive-aggressive classifier (Crammer and others, Journal of Machine Learning Research 7, 2006),
averaged over all its steps: counting alone believes a word twice that always stands with another.
"""

import random

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Example = tuple[NDArray[np.int64], Floats]  # rows of the clues of a title, and their weights

# Own settings, chosen on one half of the titles that people reported to O*NET 29.3.
ROUNDS = 8
LARGEST_STEP = 0.1
BALANCE = 0.5  # how far the titles of an occupation with many of them count less
RANDOM_SEED = 1  # the order of the titles in each round


def telling_groups(
    examples: list[Example],
    groups: NDArray[np.int64],
    shape: tuple[int, int],
    companions: NDArray[np.int64],
) -> Floats:
    """Values by clue and group, `shape`, that add up to the highest for the right group.

    `groups` and `companions` are of each example: its group, and how many titles its occupation
    has.
    """
    now, weighed = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    largest = companions.astype(np.float64) ** -BALANCE
    largest *= LARGEST_STEP / largest.mean()
    order, steps = list(range(len(examples))), 1
    shuffled = random.Random(RANDOM_SEED)  # noqa: S311 - the same order every time is wanted
    for _ in range(ROUNDS):
        shuffled.shuffle(order)
        for each in order:
            rows, weights = examples[each]
            values = weights @ now[rows]
            right = groups[each]
            told = values[right]
            values[right] = -np.inf
            wrong = values.argmax()
            missing = 1.0 - told + values[wrong]
            if missing > 0.0:
                step = min(largest[each], missing / (2.0 * float(weights @ weights))) * weights
                now[rows, right] += step
                now[rows, wrong] -= step
                weighed[rows, right] += steps * step
                weighed[rows, wrong] -= steps * step
            steps += 1
    return np.asarray(now - weighed / steps, np.float32)
