/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.regel;

import de.kommunalsdk.mandant.Regionalschluessel;
import java.util.Arrays;
import java.util.Optional;

/** The 16 Laender by the two letters that FIM rules use, with the first two digits of the Regionalschluessel. */
public enum Land {
    SH("01"),
    HH("02"),
    NI("03"),
    HB("04"),
    NW("05"),
    HE("06"),
    RP("07"),
    BW("08"),
    BY("09"),
    SL("10"),
    BE("11"),
    BB("12"),
    MV("13"),
    SN("14"),
    ST("15"),
    TH("16");

    private final String schluessel;

    Land(String schluessel) {
        this.schluessel = schluessel;
    }

    /** Two digits. */
    public String schluessel() {
        return schluessel;
    }

    /** The Land of a municipality; empty when the first two digits are none of 01 to 16. */
    public static Optional<Land> von(Regionalschluessel ars) {
        return Arrays.stream(values())
                .filter(land -> land.schluessel.equals(ars.land()))
                .findFirst();
    }
}
