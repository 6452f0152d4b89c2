/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.Wiederholungsschutz;
import de.kommunalsdk.servicekonto.Aufbruch;
import de.kommunalsdk.servicekonto.Heimkehr;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.Kontoangaben;
import de.kommunalsdk.servicekonto.Kontozustand;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account that answers what a test wants. */
final class Probeanbieter implements Kontoanbieter {

    volatile Heimkehr heimkehr = new Heimkehr.Abgebrochen();
    volatile @Nullable OzgException weg;
    volatile Kontozustand zustand = Kontozustand.UNBEKANNT;

    @Override
    public Kontoangaben angaben() {
        return new Kontoangaben("probe", "Probekonto", false, Vertrauensniveau.HOCH);
    }

    @Override
    public Aufbruch beginne(Anmeldewunsch wunsch, Locale sprache, String marke) {
        OzgException fehler = weg;
        if (fehler != null) {
            throw fehler;
        }
        return new Aufbruch(URI.create("https://konto.example/sso"), Map.of("RelayState", marke), "");
    }

    @Override
    public Heimkehr empfange(String vorgang, Map<String, String[]> felder, Wiederholungsschutz schutz) {
        return heimkehr;
    }

    @Override
    public Kontozustand zustand() {
        return zustand;
    }
}
