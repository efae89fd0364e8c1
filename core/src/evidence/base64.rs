//! Base 64 as in RFC 4648, section 4, strictly: padded, one line, no bits left over. 编码
//!
//! A page instead of a dependency: every sequence of bytes has one encoding here, and a text that is not it is refused.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn value(digit: u8) -> Option<u32> {
    u32::try_from(ALPHABET.iter().position(|other| *other == digit)?).ok()
}

pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let [first, second, third] = [0, 1, 2].map(|place| three.get(place).copied().unwrap_or_default());
        let bits = u32::from_be_bytes([0, first, second, third]);
        for (place, shift) in [18_u32, 12, 6, 0].into_iter().enumerate() {
            let digit = usize::try_from(bits.wrapping_shr(shift) & 63).ok().and_then(|at| ALPHABET.get(at));
            let padding = place > three.len();
            text.push(digit.filter(|_| !padding).copied().map_or('=', char::from));
        }
    }
    text
}

pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let (fours, []) = text.as_bytes().as_chunks::<4>() else { return None };
    let mut bytes = Vec::new();
    for four in fours {
        let digits = match four {
            [_, _, b'=', b'='] => 2,
            [_, _, _, b'='] => 3,
            _ => 4,
        };
        let mut bits = 0_u32;
        for (digit, shift) in four.iter().take(digits).zip([18_u32, 12, 6, 0]) {
            bits |= value(*digit)?.wrapping_shl(shift);
        }
        bytes.extend(bits.to_be_bytes().into_iter().skip(1).take(digits.saturating_sub(1)));
    }
    // Padding before the end and bits beyond the last byte come back as something else.
    (encode(&bytes) == text).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vectors_of_rfc_4648_section_10() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
        }
    }

    #[test]
    fn a_text_has_one_encoding() {
        for text in [
            "Zg", "Zg=", "Zh==", "Zm9=", "Zg==Zg==", "Zm 8=", "Zm8=\n", "Zm8_", "Z===", "====", "=m8=", "Zmé",
        ] {
            assert_eq!(decode(text), None, "{text}");
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)), Some(all));
    }
}
