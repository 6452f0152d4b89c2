/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Lage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of tasks of a long Dienst, and how its pages lead to it and back. */
record Aufgabenseite(Antwortschreiber schreiber) {

    static final String PFAD = "/aufgaben";

    /** Where a draft begins and goes on: the list of tasks if the Dienst has tasks, else the page that was sent last. */
    static String einstieg(Lage lage) {
        return lage.abschnitte().isEmpty() ? "/seite/" + lage.zuletzt().id() : PFAD;
    }

    /** A page beside one of a task, unless it belongs to another task: there the list stands between. */
    static Optional<String> neben(Formularseite seite, Optional<Formularseite> andere) {
        return seite.abschnitt().isEmpty()
                ? Optional.empty()
                : Optional.of(andere.filter(s -> s.abschnitt().equals(seite.abschnitt()))
                        .map(s -> "/seite/" + s.id())
                        .orElse(PFAD));
    }

    void zeige(Vorgang v) throws IOException {
        List<Lage.Abschnitt> abschnitte = v.lage().abschnitte();
        if (abschnitte.isEmpty()) {
            v.a().leiteWeiter(v.pfad() + einstieg(v.lage()));
            return;
        }
        String titel = v.formular().dienst().titel();
        schreiber.schreibe(
                v.a(),
                200,
                "aufgaben",
                v.a().ansicht(v.stelle()).t("aufgaben") + " – " + titel,
                v.stelle(),
                Map.of("titel", titel, "antragspfad", v.pfad(), "lage", v.lage(), "abschnitte", abschnitte));
    }
}
