/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.entwurf;

import static org.assertj.core.api.Assertions.assertThat;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.entwurf.Konflikt.Fassung;
import de.kommunalsdk.forms.entwurf.Konflikt.Zeile;
import de.kommunalsdk.forms.probe.Probeformular;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Seitenbaum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class KonfliktTest {

    private static final Function<AnlageId, String> NAME = id -> "Datei " + id;
    private static final String KIND2 = Probeformular.KIND + "-2." + Probeformular.VORNAME;
    private static final Antworten GESPEICHERT = Probeformular.VOLLSTAENDIG.mit(Probeformular.GELD, "12.50");

    private static Konflikt konflikt(Antworten gespeichert, Map<String, String> gesendet) {
        return Konflikt.von(
                Probeformular.FORMULAR,
                gespeichert,
                EigeneEingabe.lies(Probeformular.FORMULAR, gesendet.keySet(), gesendet::get),
                NAME);
    }

    private static Zeile zeile(Konflikt konflikt, String ort) {
        return konflikt.zeilen().stream()
                .filter(z -> z.ort().equals(ort))
                .findFirst()
                .orElseThrow();
    }

    private static Function<String, Optional<Fassung>> alle(Fassung fassung) {
        return ort -> Optional.of(fassung);
    }

    @Test
    void bothVersionsStandInWordsOfPeople() {
        Konflikt konflikt = konflikt(
                GESPEICHERT,
                Map.of(
                        Probeformular.GELD,
                        "1.099,00",
                        Probeformular.BEGINN + ".tag",
                        "3",
                        Probeformular.BEGINN + ".monat",
                        "4",
                        Probeformular.BEGINN + ".jahr",
                        "2026",
                        Probeformular.JA_NEIN,
                        "false"));

        assertThat(konflikt.istKeiner()).isFalse();
        assertThat(zeile(konflikt, Probeformular.GELD))
                .isEqualTo(new Zeile(Probeformular.GELD, "Angaben", "Betrag", "1099,00 €", "12,50 €", true));
        assertThat(zeile(konflikt, Probeformular.BEGINN))
                .isEqualTo(new Zeile(Probeformular.BEGINN, "Angaben", "Beginn", "03.04.2026", "", true));
        assertThat(zeile(konflikt, Probeformular.JA_NEIN))
                .isEqualTo(new Zeile(Probeformular.JA_NEIN, "Angaben", "Zustimmung", "Nein", "Ja", true));
        // stored on the same page, not sent by this tab: to be seen, not to be decided
        assertThat(zeile(konflikt, Probeformular.RADIO).verschieden()).isFalse();
        assertThat(konflikt.zeilen()).extracting(Zeile::ort).doesNotContain(Probeformular.NAME);
    }

    @Test
    void whatSaysTheSameIsNoConflict() {
        assertThat(konflikt(GESPEICHERT, Map.of(Probeformular.GELD, "12,50", Probeformular.JA_NEIN, "true"))
                        .istKeiner())
                .isTrue();
    }

    @Test
    void anEntryThatTheOtherTabRemovedComesBackWhenItIsChosen() {
        Antworten gespeichert = GESPEICHERT.mitAnzahl(Probeformular.KIND, 1);
        Konflikt konflikt = konflikt(gespeichert, Map.of(KIND2, "Emil"));

        assertThat(zeile(konflikt, KIND2)).isEqualTo(new Zeile(KIND2, "Kind 2", "Vorname", "Emil", "", true));
        assertThat(zeile(konflikt, KIND2).einzige()).contains(Fassung.EIGEN);
        Antworten neu = konflikt.loese(alle(Fassung.EIGEN));
        assertThat(neu.wert(KIND2)).isEqualTo("Emil");
        List<String> orte = new ArrayList<>();
        Seitenbaum.felder(Probeformular.seite("kinder", neu), p -> orte.add(p.ort()));
        assertThat(orte).contains(KIND2);
        assertThat(konflikt.loese(alle(Fassung.GESPEICHERT))).isEqualTo(gespeichert);
    }

    @Test
    void filesOfBothStayTogetherAsLongAsThereIsRoom() {
        AnlageId erste = AnlageId.neu();
        AnlageId zweite = AnlageId.neu();
        AnlageId dritte = AnlageId.neu();
        String ort = Probeformular.NACHWEIS;

        Antworten eine = GESPEICHERT.mitAnlagen(ort, List.of(erste));
        EigeneEingabe eigene = new EigeneEingabe(new TreeSet<>(), Antworten.LEER, Map.of())
                .mitDateien(Probeformular.FORMULAR, Map.of(ort, List.of(zweite), Probeformular.NAME, List.of(dritte)));
        Konflikt mitPlatz = Konflikt.von(Probeformular.FORMULAR, eine, eigene, NAME);
        assertThat(mitPlatz.loese(alle(Fassung.EIGEN)).anlagen(ort)).containsExactly(erste, zweite);
        assertThat(mitPlatz.loese(alle(Fassung.EIGEN)).anlagen(Probeformular.NAME))
                .isEmpty();
        assertThat(mitPlatz.loese(alle(Fassung.GESPEICHERT)).anlagen(ort)).containsExactly(erste);

        Konflikt voll =
                Konflikt.von(Probeformular.FORMULAR, GESPEICHERT.mitAnlagen(ort, List.of(erste, dritte)), eigene, NAME);
        assertThat(zeile(voll, ort).eigener()).isEqualTo("Datei " + zweite);
        assertThat(voll.loese(alle(Fassung.EIGEN)).anlagen(ort)).containsExactly(zweite);
    }

    @Test
    void aFieldThatNoFormHasIsShownAndAForgedOneDoesNothing() {
        Konflikt konflikt = konflikt(
                GESPEICHERT,
                Map.of(
                        "G05999000911.F00000000001",
                        "alt",
                        Probeformular.KIND + "-4." + Probeformular.VORNAME,
                        "viertes",
                        Probeformular.KIND + "-99999999999." + Probeformular.VORNAME,
                        "x",
                        Probeformular.NAME + "-2",
                        "zweiter Name",
                        Probeformular.VERBORGEN,
                        "gefaelscht",
                        "csrf",
                        "geheim",
                        "wahl." + Probeformular.NAME,
                        "EIGEN"));

        assertThat(konflikt.eigene().fremde())
                .containsOnlyKeys(
                        "G05999000911.F00000000001",
                        Probeformular.KIND + "-4." + Probeformular.VORNAME,
                        Probeformular.KIND + "-99999999999." + Probeformular.VORNAME,
                        Probeformular.NAME + "-2");
        assertThat(konflikt.loese(alle(Fassung.EIGEN))).isEqualTo(GESPEICHERT);
    }

    @Test
    void nothingIsChosenForTheCitizen() {
        Konflikt konflikt = konflikt(GESPEICHERT, Map.of(Probeformular.GELD, "1", Probeformular.JA_NEIN, "false"));

        assertThat(konflikt.offene(ort -> Optional.empty()))
                .extracting(Zeile::ort)
                .containsExactly(Probeformular.GELD, Probeformular.JA_NEIN);
        assertThat(konflikt.offene(ort ->
                        Optional.of(ort).filter(Probeformular.GELD::equals).map(o -> Fassung.EIGEN)))
                .extracting(Zeile::ort)
                .containsExactly(Probeformular.JA_NEIN);
        assertThat(konflikt.loese(ort -> Optional.empty())).isEqualTo(GESPEICHERT);
        assertThat(konflikt.toString() + konflikt.zeilen() + konflikt.eigene()).doesNotContain("12,50", "1 €");
    }

    /** Whatever two tabs sent in whatever order: each answer of either is stored or stands on the page, and then as chosen. */
    @Test
    void noAnswerOfEitherTabIsEverDropped() {
        Random zufall = new Random(20261123);
        int verschiedene = 0;
        for (int i = 0; i < 500; i++) {
            Antworten gespeichert = gesendet(zufall, Probeformular.VOLLSTAENDIG);
            Map<String, String> eigene = new LinkedHashMap<>();
            gesendet(zufall, Antworten.LEER).werte().forEach(eigene::put);
            Konflikt konflikt = konflikt(gespeichert, eigene);

            eigene.forEach((ort, wert) -> assertThat(gespeichert.wert(ort).equals(wert)
                            || zeile(konflikt, ort).verschieden())
                    .as(ort)
                    .isTrue());
            Map<String, Fassung> wahl = new LinkedHashMap<>();
            konflikt.zeilen().stream().filter(Zeile::verschieden).forEach(z -> {
                assertThat(eigene).containsKey(z.ort());
                wahl.put(z.ort(), zufall.nextBoolean() ? Fassung.EIGEN : Fassung.GESPEICHERT);
            });
            verschiedene += wahl.size();
            Antworten neu = konflikt.loese(ort -> Optional.ofNullable(wahl.get(ort)));

            TreeSet<String> orte = new TreeSet<>(gespeichert.werte().keySet());
            orte.addAll(eigene.keySet());
            for (String ort : orte) {
                assertThat(neu.wert(ort))
                        .as(ort)
                        .isEqualTo(wahl.get(ort) == Fassung.EIGEN ? eigene.get(ort) : gespeichert.wert(ort));
            }
            assertThat(orte).containsAll(neu.werte().keySet());
        }
        assertThat(verschiedene).isGreaterThan(500);
    }

    /** Answers of a random page with random entries, in their stored form. */
    private static Antworten gesendet(Random zufall, Antworten bisher) {
        Antworten neu = bisher;
        if (zufall.nextBoolean()) {
            neu = neu.mitAnzahl(Probeformular.KIND, 1 + zufall.nextInt(3));
        }
        List<FeldPlatz> plaetze = new ArrayList<>();
        String seite = List.of("person", "angaben", "kinder", "wahl").get(zufall.nextInt(4));
        Seitenbaum.felder(Probeformular.seite(seite, neu), plaetze::add);
        for (FeldPlatz p : plaetze) {
            String wert =
                    switch (p.feld().anzeige()) {
                        case ZEILE, MEHRZEILIG -> "Text " + zufall.nextInt(3);
                        case GANZZAHL -> String.valueOf(zufall.nextInt(3));
                        case ZAHL, GELD -> zufall.nextInt(3) + ".50";
                        case RADIO, AUSWAHL ->
                            p.feld().werte().get(zufall.nextInt(2)).code();
                        case JA_NEIN -> String.valueOf(zufall.nextBoolean());
                        default -> "";
                    };
            if (zufall.nextInt(4) > 0 && p.feld().anzeige() != Feld.Anzeige.DATEI) {
                neu = neu.mit(p.ort(), wert);
            }
        }
        return neu;
    }
}
