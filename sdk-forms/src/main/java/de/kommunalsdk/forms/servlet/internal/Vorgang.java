/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.haken.Kontext;
import de.kommunalsdk.forms.reise.Lage;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.mandant.Mandant.Angebot;
import de.kommunalsdk.mandant.Mandant.Stelle;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;

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

    Collection<Part> teile() throws IOException {
        try {
            return a.teile();
        } catch (ServletException e) {
            throw new IOException(e);
        }
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

    /** Path of a draft below the pages of its Mandant. */
    static String pfad(OzgDienst dienst, AntragId id) {
        return "/" + dienst.id() + "/antrag/" + id;
    }
}
