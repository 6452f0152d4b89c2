/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.reise.Feldfehler;
import java.util.List;
import java.util.Locale;

/** What an error says to the citizen. */
final class Fehlertext {

    private Fehlertext() {}

    static String von(Ansicht ansicht, Feldfehler f) {
        if (f.art() == Feldfehler.Art.ZEICHEN) {
            return zeichen(ansicht, f);
        }
        String erste = f.angaben().isEmpty() ? "" : f.angaben().get(0);
        if (f.art() == Feldfehler.Art.MUSTER && !erste.isEmpty()) {
            erste = ansicht.t("beispiel", erste);
        }
        return ansicht.t("fehler." + f.art().name().toLowerCase(Locale.ROOT), f.beschriftung(), erste)
                .strip();
    }

    private static String zeichen(Ansicht ansicht, Feldfehler f) {
        List<String> angaben = f.angaben();
        String stattdessen = angaben.size() < 4
                ? ansicht.t("fehler.zeichen.anders")
                : angaben.get(3).isEmpty()
                        ? ansicht.t("fehler.zeichen.weglassen")
                        : angaben.get(3).isBlank()
                                ? ansicht.t("fehler.zeichen.leerzeichen")
                                : ansicht.t("fehler.zeichen.stattdessen", angaben.get(3));
        String weitere = angaben.get(2).equals("0") ? "" : ansicht.t("fehler.zeichen.weitere", angaben.get(2));
        return (ansicht.t("fehler.zeichen", f.beschriftung(), angaben.get(0), angaben.get(1)) + " " + stattdessen + " "
                        + weitere)
                .strip();
    }
}
