/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.beispiel.musterstadt;

import de.kommunalsdk.benachrichtigung.Benachrichtigung;
import de.kommunalsdk.datenabfrage.Abfrage;
import de.kommunalsdk.datenabfrage.Abfrageergebnis;
import de.kommunalsdk.datenabfrage.Datenabfrage;
import de.kommunalsdk.datenabfrage.Eingabetyp;
import de.kommunalsdk.forms.KommunalSdkBuilder;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.register.Register;
import de.kommunalsdk.register.Registerergebnis;
import de.kommunalsdk.testkit.simulator.DatenabfrageSimulator;
import de.kommunalsdk.testkit.simulator.PostSimulator;
import de.kommunalsdk.testkit.simulator.RegisterSimulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the portal is connected to. An implementation on the class path, found by {@link ServiceLoader}, is used; for each
 * that is not there a simulator stands in, which says so wherever a person sees it.
 *
 * @param register companies by name
 * @param auskunft how long a permit takes at present
 * @param post the way to send mail
 */
record Anschluesse(Register register, Datenabfrage auskunft, Benachrichtigung post) {

    private static final Logger LOG = LoggerFactory.getLogger(Anschluesse.class);
    private static final Map<String, String> ANSCHRIFT = Map.of(
            "strasse", "Musterstraße",
            "hausnummer", "7",
            "postleitzahl", "99999",
            "ort", "Musterstadt");
    private static final Map<String, Integer> WOCHEN =
            Map.of("gastronomie", 2, "baustelle", 3, "geruest", 2, "container", 1, "auslage", 2, "infostand", 1);

    static Anschluesse suche(Path briefkasten) {
        return new Anschluesse(
                oder(Register.class, Anschluesse::simuliertesRegister),
                oder(Datenabfrage.class, Anschluesse::simulierteAuskunft),
                oder(Benachrichtigung.class, () -> simuliertePost(briefkasten)));
    }

    /** Tells the SDK of all of them. */
    KommunalSdkBuilder verbinde(KommunalSdkBuilder bau) {
        return bau.register(register).datenabfrage(auskunft).benachrichtigung(post);
    }

    private static <T> T oder(Class<T> anschluss, Supplier<T> simulator) {
        return ServiceLoader.load(anschluss).findFirst().orElseGet(() -> {
            LOG.info("{}: Simulator", anschluss.getSimpleName());
            return simulator.get();
        });
    }

    /** Has the same invented address for every company, but cannot answer about one with "Störung" in its name. */
    private static Register simuliertesRegister() {
        RegisterSimulator register = RegisterSimulator.mit("unternehmensregister", "Unternehmensregister (Simulator)")
                .braucht("firma")
                .liefert(ANSCHRIFT);
        return register.antwortet(
                anfrage -> anfrage.eingaben().getOrDefault("firma", "").contains("Störung")
                        ? new Registerergebnis.Gestoert()
                        : new Registerergebnis.Gefunden(ANSCHRIFT, Vertrauensniveau.HOCH));
    }

    private static Benachrichtigung simuliertePost(Path briefkasten) {
        LOG.info("Mails liegen in {}", briefkasten.toAbsolutePath().normalize());
        return PostSimulator.inOrdner(briefkasten);
    }

    private static Datenabfrage simulierteAuskunft() {
        return DatenabfrageSimulator.mit("bearbeitungsdauer", Map.of("art", Eingabetyp.TEXT))
                .antwortet(Anschluesse::dauer);
    }

    private static Abfrageergebnis dauer(Abfrage abfrage) {
        Integer wochen = WOCHEN.get(abfrage.text("art"));
        if (wochen == null) {
            return new Abfrageergebnis.KeinErgebnis("");
        }
        String text = abfrage.sprache().getLanguage().equals("en")
                ? "At present a decision takes about %d week(s). (simulator)"
                : "Zurzeit dauert die Entscheidung etwa %d Woche(n). (Simulator)";
        return new Abfrageergebnis.Ergebnis(Map.of(), text.formatted(wochen));
    }
}
