/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Ausschnitt;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Lage;
import de.kommunalsdk.forms.reise.Platz;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request is about below {@code /seite/{id}} or {@code /seite/{id}/{entry}}: a page, and what of it is shown. */
record Blatt(Formularseite seite, Ausschnitt ausschnitt) {

    private static final int LAENGSTER_ORT = 400;

    /** The page of a path; empty when it is not relevant or the entry does not exist. */
    static Optional<Blatt> von(Lage lage, List<String> rest, @Nullable String ab) {
        String eintrag = rest.size() == 3 ? rest.get(2) : "";
        if (rest.size() < 2 || rest.size() > 3) {
            return Optional.empty();
        }
        String anfang = ab == null || ab.length() > LAENGSTER_ORT || !ab.matches("[FG0-9.-]*") ? "" : ab;
        return lage.seite(rest.get(1))
                .map(seite -> new Blatt(seite, new Ausschnitt(eintrag, anfang)))
                .filter(blatt -> eintrag.isEmpty() || !blatt.gezeigte(lage).isEmpty());
    }

    /** Path below the draft. */
    String pfad() {
        return "/seite/" + seite.id() + (ausschnitt.eintrag().isEmpty() ? "" : "/" + ausschnitt.eintrag());
    }

    /** What is shown. */
    List<Platz> gezeigte(Lage lage) {
        return ausschnitt.von(lage.plaetze(seite), lage.antworten());
    }

    /** The errors of the page, or of the entry that is shown. */
    List<Feldfehler> fehler(Lage lage, boolean abschliessend) {
        List<Feldfehler> alle = abschliessend ? lage.alleFehler(seite) : lage.fehler(seite);
        String eintrag = ausschnitt.eintrag();
        return eintrag.isEmpty()
                ? alle
                : alle.stream()
                        .filter(f -> f.ort().equals(eintrag) || f.ort().startsWith(eintrag + "."))
                        .toList();
    }

    /** Path of the page around an entry. */
    String umgebend(Lage lage) {
        String aussen = Ausschnitt.umgebend(lage.plaetze(seite), ausschnitt.eintrag());
        return "/seite/" + seite.id() + (aussen.isEmpty() ? "" : "/" + aussen);
    }
}
