/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.entwurf.EigeneEingabe;
import de.kommunalsdk.forms.entwurf.EntwurfFehler;
import de.kommunalsdk.forms.entwurf.Konflikt;
import de.kommunalsdk.forms.entwurf.Konflikt.Fassung;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Konfliktansicht;
import de.kommunalsdk.mandant.Mandant.Stelle;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page on which somebody chooses between what was sent and what is stored: its fields, and what they say when it comes back. */
record Konfliktformular(Antwortschreiber schreiber, Anfrage a, Stelle stelle, String titel, String pfad) {

    /** Below the pages of an Antrag or of a Beteiligung. */
    static final String PFAD = "konflikt";

    /** A field that begins so names stored files of no answer yet. */
    static final String NEU = "neu.";

    private static final String WAHL = "wahl.";
    private static final Set<String> EIGENES = Set.of("stand", "entscheidung", "seite", "aktion");

    /** What the request says at the places of a form. */
    static EigeneEingabe eigene(Anfrage a, Formular formular) {
        return EigeneEingabe.lies(formular, Collections.list(a.http().getParameterNames()), name -> a.http()
                .getParameter(name));
    }

    /** Whether the request takes an entry or a file away: it may be another one by now. */
    static boolean nimmtWeg(Anfrage a) {
        String aktion = Optional.ofNullable(a.http().getParameter("aktion")).orElse("");
        return aktion.startsWith("entfernen:") || aktion.startsWith("loeschen:");
    }

    /** What was chosen for each place. */
    static Function<String, Optional<Fassung>> wahl(Anfrage a) {
        return switch (Optional.ofNullable(a.http().getParameter("entscheidung"))
                .orElse("")) {
            case "eigene" -> ort -> Optional.of(Fassung.EIGEN);
            case "gespeicherte" -> ort -> Optional.of(Fassung.GESPEICHERT);
            default -> ort -> gewaehlt(a, ort);
        };
    }

    private static Optional<Fassung> gewaehlt(Anfrage a, String ort) {
        return switch (Optional.ofNullable(a.http().getParameter(WAHL + ort)).orElse("")) {
            case "EIGEN" -> Optional.of(Fassung.EIGEN);
            case "GESPEICHERT" -> Optional.of(Fassung.GESPEICHERT);
            default -> Optional.empty();
        };
    }

    /**
     * Shows both versions.
     *
     * @param stand number of the stored version
     * @param seite path of the page that was sent, below {@code pfad}
     * @param neue stored files of the request, by place
     * @param offen places for which nothing was chosen
     */
    void zeige(
            long stand,
            Konflikt konflikt,
            String seite,
            Map<String, List<AnlageId>> neue,
            int status,
            Set<String> offen,
            List<Feldfehler> fehler)
            throws IOException {
        Ansicht ansicht = a.ansicht(stelle);
        Map<String, String> felder = new LinkedHashMap<>();
        Map<String, Fassung> wahl = new LinkedHashMap<>();
        Antwortschreiber.gesendete(a, "").forEach((name, wert) -> {
            if (name.startsWith(WAHL)) {
                String ort = name.substring(WAHL.length());
                gewaehlt(a, ort).ifPresent(f -> wahl.put(ort, f));
            } else if (!name.startsWith(NEU) && !name.endsWith(Dateiannahme.HOCHGELADEN) && !EIGENES.contains(name)) {
                felder.put(name, wert);
            }
        });
        felder.put("seite", seite);
        neue.forEach((ort, ids) ->
                felder.put(NEU + ort, ids.stream().map(AnlageId::wert).collect(Collectors.joining(","))));
        schreiber.schreibe(
                a,
                status,
                "konflikt",
                (offen.isEmpty() ? "" : ansicht.t("fehler.praefix") + " ") + ansicht.t("konflikt") + " – " + titel,
                stelle,
                Map.of(
                        "k",
                        new Konfliktansicht(
                                titel,
                                ansicht.url(pfad + "/" + PFAD),
                                stand,
                                konflikt,
                                felder,
                                wahl,
                                offen,
                                fehler.stream().map(f -> meldung(ansicht, f)).toList())));
    }

    /** Says that the page was out of date, and that nothing was taken away. */
    void veraltet(String seite) throws IOException {
        Ansicht ansicht = a.ansicht(stelle);
        schreiber.meldung(
                a,
                409,
                stelle,
                new Antwortschreiber.Meldung(
                        ansicht.t("konflikt.veraltet"),
                        ansicht.t("konflikt.veraltet.text"),
                        EntwurfFehler.AKTION_VERALTET.code(),
                        "",
                        "",
                        "",
                        ansicht.url(pfad + seite),
                        ansicht.t("konflikt.ansehen"),
                        Map.of()));
    }

    private static String meldung(Ansicht ansicht, Feldfehler f) {
        return ansicht.t(
                "fehler." + f.art().name().toLowerCase(Locale.ROOT),
                f.beschriftung(),
                f.angaben().isEmpty() ? "" : f.angaben().get(0));
    }
}
