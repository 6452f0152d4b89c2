/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.reise;

import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.reise.Platz.GruppenPlatz;
import de.kommunalsdk.forms.reise.Platz.Wiederholung;
import de.kommunalsdk.xdatenfelder.regel.Land;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The journey by the rules of the schema and the conditions of the overlay. */
final class Standardreise implements Reise {

    static final Standardreise OHNE_LAND = new Standardreise(Optional.empty());

    private final Optional<Land> land;

    Standardreise(Optional<Land> land) {
        this.land = land;
    }

    @Override
    public List<Formularseite> seiten(Formular formular, Antworten antworten, LocalDate heute) {
        Bedingungspruefer bedingungen = new Bedingungspruefer(antworten, heute);
        List<Formularseite> eigene =
                formular.seiten().stream().filter(s -> !formular.istFremd(s)).toList();
        List<Formularseite> relevant = eigene.stream()
                .filter(s -> s.sichtbarWenn().isEmpty()
                        || bedingungen.gilt(s.sichtbarWenn().get(), ""))
                .filter(s -> !Seitenbaum.von(formular, s, antworten, heute).isEmpty())
                .toList();
        return relevant.isEmpty() ? eigene.subList(0, 1) : relevant;
    }

    @Override
    public List<Feldfehler> pruefe(Formular formular, Formularseite seite, Antworten antworten, LocalDate heute) {
        return pruefe(regeln(formular, antworten, heute), seite, false, antworten, heute);
    }

    @Override
    public List<Feldfehler> pruefeAbschliessend(
            Formular formular, Formularseite seite, Antworten antworten, LocalDate heute) {
        return pruefe(regeln(formular, antworten, heute), seite, true, antworten, heute);
    }

    private Regelpruefer regeln(Formular formular, Antworten antworten, LocalDate heute) {
        return new Regelpruefer(formular, seiten(formular, antworten, heute), antworten, heute, land);
    }

    private static List<Feldfehler> pruefe(
            Regelpruefer regeln, Formularseite seite, boolean abschliessend, Antworten antworten, LocalDate heute) {
        List<Feldfehler> fehler = new ArrayList<>();
        pruefe(regeln.plaetze(seite), antworten, new Feldpruefer(heute), fehler);
        return regeln.ergaenze(seite, abschliessend, fehler);
    }

    @Override
    public Optional<Formularseite> ersteUnvollstaendige(Formular formular, Antworten antworten, LocalDate heute) {
        Regelpruefer regeln = regeln(formular, antworten, heute);
        return seiten(formular, antworten, heute).stream()
                .filter(s -> !pruefe(regeln, s, true, antworten, heute).isEmpty())
                .findFirst();
    }

    private static void pruefe(List<Platz> plaetze, Antworten antworten, Feldpruefer pruefer, List<Feldfehler> fehler) {
        for (Platz platz : plaetze) {
            if (platz instanceof FeldPlatz feld) {
                feld(feld, antworten, pruefer, fehler);
            } else if (platz instanceof Wiederholung wiederholung) {
                pruefe(wiederholung.eintraege(), antworten, pruefer, fehler);
            } else if (platz instanceof GruppenPlatz gruppe) {
                auswahl(gruppe, antworten, fehler);
                pruefe(gruppe.kinder(), antworten, pruefer, fehler);
            }
        }
    }

    private static void auswahl(GruppenPlatz platz, Antworten antworten, List<Feldfehler> fehler) {
        if (platz.gruppe().auswahl()) {
            long gegeben = platz.kinder().stream()
                    .filter(kind -> Seitenbaum.gegeben(antworten, kind.ort()))
                    .count();
            if (gegeben > 1 || (gegeben == 0 && platz.pflicht())) {
                fehler.add(new Feldfehler(
                        platz.ort(), Art.AUSWAHLGRUPPE, platz.gruppe().titel(), List.of()));
            }
        }
    }

    private static void feld(FeldPlatz platz, Antworten antworten, Feldpruefer pruefer, List<Feldfehler> fehler) {
        Feld feld = platz.feld();
        if (feld.anzeige() == Feld.Anzeige.DATEI) {
            int dateien = antworten.anlagen(platz.ort()).size();
            if (platz.pflicht() && dateien < Math.max(1, feld.anzahl().min())) {
                fehler.add(new Feldfehler(platz.ort(), Art.DATEI_PFLICHT, feld.beschriftung(), List.of()));
            } else if (dateien > feld.anzahl().max()) {
                fehler.add(new Feldfehler(
                        platz.ort(),
                        Art.ZU_VIELE,
                        feld.beschriftung(),
                        List.of(String.valueOf(feld.anzahl().max()))));
            }
            return;
        }
        if (feld.anzeige() == Feld.Anzeige.FEST || feld.anzeige() == Feld.Anzeige.VERBORGEN) {
            return;
        }
        String wert = antworten.wert(platz.ort());
        if (!wert.isEmpty()) {
            pruefer.pruefe(feld, platz.ort(), wert).ifPresent(fehler::add);
        } else if (platz.pflicht()) {
            boolean auswahl = feld.anzeige() == Feld.Anzeige.RADIO
                    || feld.anzeige() == Feld.Anzeige.AUSWAHL
                    || feld.anzeige() == Feld.Anzeige.JA_NEIN;
            fehler.add(new Feldfehler(
                    platz.ort(), auswahl ? Art.AUSWAHL_PFLICHT : Art.PFLICHT, feld.beschriftung(), List.of()));
        }
    }
}
