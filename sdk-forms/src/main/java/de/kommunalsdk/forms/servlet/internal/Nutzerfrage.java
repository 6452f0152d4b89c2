/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.anmeldung.Anmeldenachweis;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.forms.definition.QuellenFehler;
import de.kommunalsdk.forms.servlet.Nutzererkennung;
import de.kommunalsdk.nutzerkonto.Nutzer;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the portal who is logged in, once for each request. Thread-safe. */
final class Nutzerfrage {

    private static final Logger LOG = LoggerFactory.getLogger(Nutzerfrage.class);
    private static final String ANTWORT = Nutzerfrage.class.getName();

    private final Nutzererkennung erkennung;

    Nutzerfrage(Nutzererkennung erkennung) {
        this.erkennung = erkennung;
    }

    /**
     * Who is logged in; a portal that cannot tell has nobody logged in. Only for one that does not answer at present is the
     * request ended: nobody is sent to log in who is logged in already.
     */
    Optional<Nutzer> nutzer(Anfrage a) {
        if (a.http().getAttribute(ANTWORT) instanceof Optional<?> schon) {
            return schon.map(Nutzer.class::cast);
        }
        Optional<Nutzer> nutzer;
        try {
            nutzer = erkennung.erkenne(a.http());
        } catch (ServiceUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} {}", QuellenFehler.NUTZER.code(), Fehlerspur.von(e));
            nutzer = Optional.empty();
        }
        a.http().setAttribute(ANTWORT, nutzer);
        return nutzer;
    }

    /** What the login leaves with an Antrag; a portal that cannot tell does not keep anybody from handing in. */
    Optional<Anmeldenachweis> nachweis(Anfrage a, AntragId antrag, Set<String> attribute) {
        try {
            return erkennung.nachweis(a.http(), a.mandant().id(), antrag, attribute);
        } catch (RuntimeException e) {
            LOG.warn("{} {}", QuellenFehler.NUTZER.code(), Fehlerspur.von(e));
            return Optional.empty();
        }
    }
}
