/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.zeichen.internal;

import de.kommunalsdk.zeichen.ZeichenFehler;

/** What kind of character one that is not allowed is. Whether it is assigned depends on the Unicode version of the JDK. */
final class Unicode {

    /** ZERO WIDTH JOINER. */
    private static final int VERBINDER = 0x200D;

    private Unicode() {}

    static ZeichenFehler grund(int zeichen) {
        if (istEmoji(zeichen)) {
            return ZeichenFehler.EMOJI;
        }
        if (aendertRichtung(zeichen)) {
            return ZeichenFehler.SCHREIBRICHTUNG;
        }
        if (istVariante(zeichen)) {
            return ZeichenFehler.UNSICHTBAR;
        }
        return switch (Character.getType(zeichen)) {
            case Character.CONTROL -> ZeichenFehler.STEUERZEICHEN;
            case Character.SURROGATE -> ZeichenFehler.HALBES_ZEICHEN;
            case Character.UNASSIGNED -> ZeichenFehler.NICHT_VERGEBEN;
            case Character.PRIVATE_USE -> ZeichenFehler.PRIVATES_ZEICHEN;
            case Character.FORMAT -> ZeichenFehler.UNSICHTBAR;
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
                ZeichenFehler.KOMBINATION;
            default -> ZeichenFehler.NICHT_IN_DIN_91379;
        };
    }

    /** By blocks, with those places that later Unicode versions will fill with pictographs. */
    static boolean istEmoji(int zeichen) {
        return (zeichen >= 0x1F000 && zeichen <= 0x1FAFF)
                || (zeichen >= 0x2600 && zeichen <= 0x27BF)
                || (zeichen >= 0x2B00 && zeichen <= 0x2BFF)
                || (zeichen >= 0x23E9 && zeichen <= 0x23FA)
                || zeichen == 0x231A
                || zeichen == 0x231B;
    }

    /** Joined by a joiner, or by their place alone: skin tones, letters of regional flags, tags. */
    static boolean gehoertZumEmoji(int davor, int zeichen) {
        return zeichen == VERBINDER
                || (davor == VERBINDER && istEmoji(zeichen))
                || (zeichen >= 0x1F3FB && zeichen <= 0x1F3FF)
                || (zeichen >= 0x1F1E6 && zeichen <= 0x1F1FF)
                || (zeichen >= 0xE0020 && zeichen <= 0xE007F);
    }

    private static boolean aendertRichtung(int zeichen) {
        return zeichen == 0x061C
                || zeichen == 0x200E
                || zeichen == 0x200F
                || (zeichen >= 0x202A && zeichen <= 0x202E)
                || (zeichen >= 0x2066 && zeichen <= 0x2069);
    }

    private static boolean istVariante(int zeichen) {
        return (zeichen >= 0xFE00 && zeichen <= 0xFE0F)
                || (zeichen >= 0xE0100 && zeichen <= 0xE01EF)
                || zeichen == 0x034F;
    }
}
