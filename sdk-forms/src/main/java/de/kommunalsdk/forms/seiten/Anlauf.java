/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.seiten;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Ausschnitt;
import de.kommunalsdk.forms.reise.Lage;
import de.kommunalsdk.forms.reise.Reise;
import de.kommunalsdk.forms.reise.Seitenbaum;
import de.kommunalsdk.hilfe.Hilfeangebot;
import de.kommunalsdk.mandant.Mandant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the pages of a form to nobody, with the examples of its author as answers, so that the first citizen does not wait until
 * classes are loaded and compiled. Nothing is kept.
 */
public final class Anlauf {

    private static final int RUNDEN = 60;
    private static final Einbettung NIRGENDS = new Einbettung() {
        @Override
        public String url(String unten) {
            return unten;
        }

        @Override
        public String praefix() {
            return "";
        }

        @Override
        public Map<String, String> formularfelder() {
            return Map.of();
        }
    };

    private static final Logger LOG = LoggerFactory.getLogger(Anlauf.class);
    private static final AtomicBoolean BEGONNEN = new AtomicBoolean();

    private Anlauf() {}

    /** Does it on a thread of its own, once in this JVM; the start does not wait for it. */
    public static void beginne(Formular formular, Mandant mandant, LocalDate heute) {
        if (BEGONNEN.compareAndSet(false, true)) {
            Thread anlauf = new Thread(() -> versuche(formular, mandant, heute), "kommunal-sdk-anlauf");
            anlauf.setDaemon(true);
            anlauf.start();
        }
    }

    private static void versuche(Formular formular, Mandant mandant, LocalDate heute) {
        try {
            laufe(formular, mandant, heute);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Die Seiten des Dienstes {} lassen sich nicht zur Probe zeigen",
                    formular.dienst().id(),
                    e);
        }
    }

    /** Shows all pages a few times. */
    public static void laufe(Formular formular, Mandant mandant, LocalDate heute) {
        byte[] entwurf = AntwortenFormat.schreibe(beispiele(formular, heute));
        for (int runde = 0; runde < RUNDEN; runde++) {
            Vorlagensatz vorlagen = new Vorlagensatz(List.of(), Vorlagensatz.class.getClassLoader());
            Ansicht ansicht = new Ansicht(
                    mandant,
                    Locale.GERMAN,
                    NIRGENDS,
                    "",
                    "",
                    mandant.stelle(),
                    false,
                    Hilfeangebot.KEINES,
                    Optional.empty(),
                    vorlagen);
            Lage lage = Reise.standard().lage(formular, AntwortenFormat.lies(entwurf), heute);
            lage.seiten().forEach(seite -> zeige(lage, seite, ansicht));
        }
    }

    private static void zeige(Lage lage, Formularseite seite, Ansicht ansicht) {
        lage.fehler(seite); // looked for, and not shown: a page without errors is the usual one
        Formularansicht f = new Formularansicht(
                ansicht,
                seite.titel(),
                "/",
                seite,
                1,
                1,
                0,
                lage.antworten(),
                Ausschnitt.ANFANG.von(lage.plaetze(seite), lage.antworten()),
                List.of(),
                Map.of());
        try {
            new Vorlagen()
                    .schreibe(
                            (s, ziel) -> s.inhalt().schreibe(ziel),
                            "formular",
                            seite.titel(),
                            ansicht,
                            "",
                            Map.of("f", f),
                            Writer.nullWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Antworten beispiele(Formular formular, LocalDate heute) {
        Antworten.Bauer antworten = new Antworten.Bauer(Antworten.LEER);
        formular.seiten()
                .forEach(seite -> Seitenbaum.felder(
                        Seitenbaum.von(formular, seite, Antworten.LEER, heute),
                        platz -> antworten.mit(platz.ort(), beispiel(platz.feld(), heute))));
        return antworten.baue();
    }

    private static String beispiel(Feld feld, LocalDate heute) {
        return switch (feld.anzeige()) {
            case DATUM -> heute.toString();
            case RADIO, AUSWAHL ->
                feld.werte().isEmpty() ? "" : feld.werte().get(0).code();
            case JA_NEIN -> "true";
            case DATEI, FEST, VERBORGEN -> "";
            default -> feld.beispiel().isEmpty() ? "1" : feld.beispiel();
        };
    }
}
