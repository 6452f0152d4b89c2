/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.reise.Platz;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import java.util.List;

/**
 * Where a link to a place goes.
 *
 * @param pfad path that the form of the page is sent to
 * @param adresse path of the page itself, whatever entry is shown
 */
record Verweise(Ansicht ansicht, String pfad, String adresse) {

    /** To its control here, or to the page of the entry that it stands on. */
    String zu(String ort, List<Platz> hier) {
        for (Platz platz : hier) {
            boolean darin = ort.startsWith(platz.ort() + "-");
            if (platz instanceof FeldPlatz p && p.ort().equals(ort)) {
                return hierhin(istMehrteilig(p) ? ort + "_1" : ort);
            }
            if (platz instanceof Platz.Eintragsliste && darin) {
                return ansicht.url(adresse + "/" + eintrag(platz.ort(), ort) + "?pruefen=1");
            }
            if (platz instanceof Platz.Wiederholung w && darin) {
                String eintrag = eintrag(w.ort(), ort);
                return w.eintraege().stream().anyMatch(e -> e.ort().equals(eintrag))
                        ? zu(ort, w.eintraege())
                        : ansicht.url(pfad + "?ab=" + eintrag + "&pruefen=1") + hierhin(ort);
            }
            if (platz instanceof Platz.GruppenPlatz g && ort.startsWith(g.ort() + ".")) {
                return zu(ort, g.kinder());
            }
        }
        return hierhin(ort);
    }

    private String hierhin(String name) {
        return "#" + ansicht.id(name);
    }

    /** Whether a field has several controls, of which the first is meant. */
    private static boolean istMehrteilig(FeldPlatz platz) {
        return switch (platz.feld().anzeige()) {
            case DATUM, TEILDATUM, RADIO, JA_NEIN -> true;
            default -> false;
        };
    }

    private static String eintrag(String wiederholung, String ort) {
        int punkt = ort.indexOf('.', wiederholung.length());
        return punkt < 0 ? ort : ort.substring(0, punkt);
    }
}
