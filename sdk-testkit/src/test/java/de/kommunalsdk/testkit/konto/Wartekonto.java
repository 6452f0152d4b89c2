/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import de.kommunalsdk.anmeldung.Anmeldewunsch;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.nutzerkonto.Kontoanmeldung;
import de.kommunalsdk.nutzerkonto.Nutzer;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.saml.SamlFehler;
import de.kommunalsdk.saml.Wiederholungsschutz;
import de.kommunalsdk.servicekonto.Aufbruch;
import de.kommunalsdk.servicekonto.Heimkehr;
import de.kommunalsdk.servicekonto.Kontoanbieter;
import de.kommunalsdk.servicekonto.Kontoangaben;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An account that accepts everybody, and whose answer takes as long to verify as a test wants. */
final class Wartekonto implements Kontoanbieter {

    volatile Runnable waehrenddessen = () -> {};
    volatile boolean bereit = true;

    static void warte(CountDownLatch zeichen) {
        try {
            if (!zeichen.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("no sign");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Kontoangaben angaben() {
        return new Kontoangaben("wartekonto", "Wartekonto", false, Vertrauensniveau.HOCH);
    }

    @Override
    public Aufbruch beginne(Anmeldewunsch wunsch, Locale sprache, String marke) {
        return new Aufbruch(URI.create("https://warte.example/sso"), Map.of("RelayState", marke), "");
    }

    @Override
    public void bereite() {
        if (!bereit) {
            throw new ServiceUnavailable(SamlFehler.METADATEN_ABRUF, "");
        }
    }

    @Override
    public Heimkehr empfange(String vorgang, Map<String, String[]> felder, Wiederholungsschutz schutz) {
        waehrenddessen.run();
        Nutzer nutzer = new Nutzer("Wartekonto", "w", Vertrauensniveau.HOCH, List.of());
        return new Heimkehr.Angemeldet(new Kontoanmeldung(nutzer, "", Optional.empty(), Optional.empty()));
    }
}
