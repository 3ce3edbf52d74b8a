"""What the three functions do with arrays of samples."""

import numpy as np
import pytest
from sound_samples import amplify, envelope, mix_into


def sound(*samples):
    """Return samples as an array of float64."""
    return np.array(samples, dtype=np.float64)


def refusal(what, call):
    """Return the exception that a call raises; fail when there's none, or when it's a panic."""
    try:
        answer = call()
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        assert isinstance(error, Exception), f"{what} should raise an exception, but Rust panicked: {error}"
        return error
    pytest.fail(f"{what} should raise an exception, but it returned {answer!r}")


def in_place(what, call):
    """Make a call that changes an array in place and returns None."""
    try:
        answer = call()
    except TypeError as error:
        pytest.fail(f"{what} was refused: {error}")
    assert answer is None, f"{what} should change the array itself and return None, but returned {answer!r}"


def test_the_envelope_is_a_new_array():
    levels = envelope(sound(0.1, -0.5, 0.2, 0.7))
    assert isinstance(levels, np.ndarray), f"envelope should return an array, not a {type(levels).__name__}"
    assert levels.dtype == np.float64, f"the array should have the type float64, not {levels.dtype}"
    assert levels.tolist() == [0.1, 0.5, 0.5, 0.7], (
        f"0.1, -0.5, 0.2, 0.7 have been 0.1, 0.5, 0.5, 0.7 loud up to there, not {levels.tolist()}"
    )


def test_the_envelope_of_nothing_is_empty():
    assert envelope(sound()).shape == (0,), "no samples, no levels"


def test_the_envelope_leaves_the_sound_as_it_is():
    samples = sound(0.5, -0.9, 0.1)
    envelope(samples)
    assert samples.tolist() == [0.5, -0.9, 0.1], "envelope has changed the samples that it was given"


def test_amplify_changes_the_array_itself():
    samples = sound(0.1, -0.2)
    in_place("amplify(samples, 2.0)", lambda: amplify(samples, 2.0))
    assert samples.tolist() == [0.2, -0.4], f"0.1, -0.2, twice as loud, are 0.2, -0.4, not {samples.tolist()}"


def test_amplify_changes_one_channel_of_a_stereo_sound():
    stereo = np.array([[0.1, 0.1], [0.2, 0.2], [0.3, 0.3]])
    in_place("amplify(stereo[:, 0], 2.0)", lambda: amplify(stereo[:, 0], 2.0))
    assert stereo[:, 0].tolist() == [0.2, 0.4, 0.6], "the left channel should be twice as loud"
    assert stereo[:, 1].tolist() == [0.1, 0.2, 0.3], "nobody asked for a change of the right channel"


def test_mix_into_changes_its_first_array_only():
    voice, music = sound(0.5, 0.25), sound(0.125, -0.25)
    in_place("mix_into(voice, music)", lambda: mix_into(voice, music))
    assert voice.tolist() == [0.625, 0.0], (
        f"0.5 + 0.125 and 0.25 - 0.25 are 0.625 and 0, not {voice.tolist()}"
    )
    assert music.tolist() == [0.125, -0.25], "mix_into should leave its second array as it is"


def test_two_channels_of_one_array_can_be_mixed():
    stereo = np.array([[0.25, 0.5], [0.125, 0.25]])
    in_place("mix_into(stereo[:, 0], stereo[:, 1])", lambda: mix_into(stereo[:, 0], stereo[:, 1]))
    assert stereo.tolist() == [[0.75, 0.5], [0.375, 0.25]]


@pytest.mark.parametrize("length", [1, 2, 4])
def test_different_lengths_are_a_value_error(length):
    voice = sound(0.5, 0.25, 0.125)
    error = refusal(f"mixing {length} samples into 3", lambda: mix_into(voice, np.ones(length)))
    assert type(error) is ValueError, f"mixing {length} samples into 3 should be a ValueError, not {error!r}"
    assert voice.tolist() == [0.5, 0.25, 0.125], "a mix that was refused should leave the array as it was"


def test_a_sound_mixed_into_itself_is_refused():
    samples = sound(0.5, 0.25, 0.125)
    refusal("mix_into(samples, samples)", lambda: mix_into(samples, samples))
    refusal("mix_into with overlapping views", lambda: mix_into(samples[1:], samples[:-1]))
    assert samples.tolist() == [0.5, 0.25, 0.125], "a mix that was refused should leave the array as it was"
    in_place("mixing after a refusal", lambda: mix_into(samples, sound(0, 0, 0)))


def test_a_read_only_array_is_refused():
    samples = sound(0.5, 0.25)
    samples.flags.writeable = False
    refusal("amplifying a read-only array", lambda: amplify(samples, 2.0))
    refusal("mixing into a read-only array", lambda: mix_into(samples, sound(1, 1)))
    assert envelope(samples).tolist() == [0.5, 0.5], "reading a read-only array is fine"


@pytest.mark.parametrize(
    "wrong", [[0.5, 0.25], np.array([1, 2]), np.ones((2, 2))], ids=["a list", "integers", "two dimensions"]
)
def test_only_arrays_of_float64_with_one_dimension(wrong):
    for what, call in {
        "envelope": lambda: envelope(wrong),
        "amplify": lambda: amplify(wrong, 2.0),
        "mix_into": lambda: mix_into(wrong, sound(1, 1)),
    }.items():
        error = refusal(f"{what}({wrong!r}, …)", call)
        assert type(error) is TypeError, f"{what}({wrong!r}, …) should be a TypeError, not {error!r}"
