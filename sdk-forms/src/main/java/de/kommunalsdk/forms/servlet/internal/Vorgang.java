/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.haken.Kontext;
import de.kommunalsdk.forms.reise.Auswertung;
import de.kommunalsdk.forms.reise.Lage;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.mandant.Mandant.Angebot;
import de.kommunalsdk.mandant.Mandant.Stelle;
import java.time.LocalDate;
import java.util.List;

/** One request within one draft: what was asked, by whom, and the draft as it was then. */
record Vorgang(Anfrage a, Formular formular, Entwurf entwurf, Antworten antworten, LocalDate heute, Lage lage) {

    Vorgang(Anfrage a, Formular formular, Entwurf entwurf, Antworten antworten, LocalDate heute) {
        this(a, formular, entwurf, antworten, heute, Reise.fuer(a.mandant()).lage(formular, antworten, heute));
    }

    String pfad() {
        return pfad(formular.dienst(), entwurf.id());
    }

    /** What the hooks of the host are told. */
    Kontext kontext() {
        return new Kontext(a.mandant(), entwurf.id(), formular, antworten, a.gewaehlteSprache());
    }

    /** The same with all calculated fields as they are today. */
    Vorgang berechnet() {
        return new Vorgang(a, formular, entwurf, Auswertung.alle(formular, antworten, heute), heute);
    }

    /** The responsible unit of this page. */
    Stelle stelle() {
        return stelle(a, formular.dienst());
    }

    /** The unit that a Mandant names for a Dienst, else its own. */
    static Stelle stelle(Anfrage a, OzgDienst dienst) {
        return a.mandant()
                .angebot(dienst.id())
                .flatMap(Angebot::stelle)
                .orElse(a.mandant().stelle());
    }

    /** The ways that a Mandant names for a Dienst, else those of the Dienst. */
    static List<String> wege(Anfrage a, OzgDienst dienst) {
        return a.mandant()
                .angebot(dienst.id())
                .map(Angebot::wege)
                .filter(eigene -> !eigene.isEmpty())
                .orElse(dienst.wege());
    }

    /** Path of a draft below the pages of its Mandant. */
    static String pfad(OzgDienst dienst, AntragId id) {
        return "/" + dienst.id() + "/antrag/" + id;
    }
}
