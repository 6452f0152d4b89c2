/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.druck.internal;

import de.kommunalsdk.forms.definition.Baustein;
import de.kommunalsdk.forms.definition.Bedingung;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Feld.Anzeige;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.definition.Formularseite;
import de.kommunalsdk.forms.definition.Gruppe;
import de.kommunalsdk.forms.definition.Textblock;
import de.kommunalsdk.forms.druck.Druckzeile;
import de.kommunalsdk.xdatenfelder.Anzahl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Unfolds a form for paper: every page and field, whatever the answers will be. */
public final class Druckzeilen {

    private static final int EINTRAEGE = 3; // blank entries of a repetition; one when it stands within another
    private static final int AUSWAHL = 40; // beyond that a line to write on
    private static final String BEIBLATT = "Für weitere Einträge legen Sie bitte ein Blatt bei%s.";

    private final Bedingungstext worte;
    private final List<Druckzeile> zeilen = new ArrayList<>();

    private Druckzeilen(Formular formular) {
        this.worte = new Bedingungstext(formular);
    }

    /** All lines in order. */
    public static List<Druckzeile> von(Formular formular) {
        Druckzeilen blatt = new Druckzeilen(formular);
        for (Formularseite seite : formular.seiten()) {
            blatt.zeilen.add(Druckzeile.ueberschrift(2, seite.titel()));
            blatt.absaetze(blatt.nurWenn(seite.sichtbarWenn(), ""), seite.einleitung());
            seite.bausteine().forEach(b -> blatt.baustein(b, 3, false));
        }
        return blatt.zeilen;
    }

    private void absaetze(String... texte) {
        Stream.of(texte)
                .filter(t -> !t.isBlank())
                .map(String::strip)
                .map(Druckzeile::absatz)
                .forEach(zeilen::add);
    }

    private void baustein(Baustein b, int ebene, boolean wiederholt) {
        if (b instanceof Feld feld) {
            feld(feld, wiederholt);
        } else if (b instanceof Gruppe gruppe) {
            gruppe(gruppe, ebene, wiederholt);
        } else if (b instanceof Textblock text) {
            absaetze(text.titel(), nurWenn(text.sichtbarWenn(), text.pfad()), text.text());
        }
    }

    private void gruppe(Gruppe gruppe, int ebene, boolean wiederholt) {
        int eintraege = eintraege(gruppe.anzahl(), wiederholt);
        for (int n = 1; n <= eintraege; n++) {
            zeilen.add(Druckzeile.ueberschrift(
                    ebene,
                    gruppe.titel()
                            + (gruppe.anzahl().mehrfach() ? " " + n : "")
                            + (n > gruppe.anzahl().min() ? " (freiwillig)" : "")));
            if (n == 1) {
                absaetze(
                        nurWenn(gruppe.sichtbarWenn(), gruppe.pfad()),
                        pflichtWenn(gruppe.pflichtWenn(), gruppe.pfad()),
                        gruppe.hilfe(),
                        gruppe.auswahl() ? "Füllen Sie genau eine der folgenden Möglichkeiten aus." : "");
            }
            gruppe.kinder()
                    .forEach(k ->
                            baustein(k, ebene + 1, wiederholt || gruppe.anzahl().mehrfach()));
        }
        absaetze(beiblatt(gruppe.anzahl(), eintraege));
    }

    private void feld(Feld feld, boolean wiederholt) {
        if (feld.anzeige() == Anzeige.VERBORGEN) {
            return;
        }
        boolean freiwillig = !feld.anzahl().pflicht() && feld.anzeige() != Anzeige.FEST;
        String beispiel = feld.beispiel().isBlank() ? "" : "Beispiel: " + feld.beispiel();
        boolean lang = feld.werte().size() > AUSWAHL;
        int eintraege = feld.anzeige() == Anzeige.DATEI ? 1 : eintraege(feld.anzahl(), wiederholt);
        zeilen.add(new Druckzeile(
                0,
                feld.beschriftung() + (freiwillig ? " (freiwillig)" : "") + form(feld.anzeige()),
                true,
                zusammen(
                        nurWenn(feld.sichtbarWenn(), feld.pfad()),
                        pflichtWenn(feld.pflichtWenn(), feld.pfad()),
                        feld.hilfe(),
                        beispiel,
                        lang
                                ? "Einer von " + feld.werte().size() + " Einträgen der Liste; die Stelle hilft Ihnen."
                                : "",
                        beiblatt(feld.anzahl(), eintraege)),
                lang ? List.of() : auswahl(feld),
                eintraege * linien(feld, lang)));
    }

    private static String form(Anzeige anzeige) {
        return switch (anzeige) {
            case DATUM -> " – Tag, Monat, Jahr";
            case UHRZEIT -> " – Stunde, Minute";
            case ZEITPUNKT -> " – Tag, Monat, Jahr, Stunde, Minute";
            case GELD -> " – in Euro";
            default -> "";
        };
    }

    private static List<String> auswahl(Feld feld) {
        return switch (feld.anzeige()) {
            case JA_NEIN -> List.of("Ja", "Nein");
            case RADIO, AUSWAHL -> feld.werte().stream().map(w -> w.name()).toList();
            case DATEI -> List.of("liegt bei");
            default -> List.of();
        };
    }

    private static int linien(Feld feld, boolean lang) {
        return switch (feld.anzeige()) {
            case FEST, JA_NEIN, DATEI, VERBORGEN -> 0;
            case RADIO, AUSWAHL -> lang ? 1 : 0;
            case MEHRZEILIG -> 4;
            default -> 1;
        };
    }

    private static int eintraege(Anzahl anzahl, boolean wiederholt) {
        return anzahl.mehrfach() && !wiederholt ? Math.min(EINTRAEGE, anzahl.max()) : 1;
    }

    private static String beiblatt(Anzahl anzahl, int eintraege) {
        boolean offen = anzahl.max() == Integer.MAX_VALUE;
        return anzahl.max() > eintraege
                ? BEIBLATT.formatted(offen ? "" : ", höchstens " + anzahl.max() + " insgesamt")
                : "";
    }

    private String nurWenn(Optional<Bedingung> bedingung, String traeger) {
        return bedingung
                .map(b -> worte.von(b, traeger)
                        .map(w -> "Nur ausfüllen, wenn " + w + ".")
                        .orElse("Nur ausfüllen, wenn es bei Ihnen zutrifft."))
                .orElse("");
    }

    private String pflichtWenn(Optional<Bedingung> bedingung, String traeger) {
        return bedingung
                .flatMap(b -> worte.von(b, traeger))
                .map(w -> "Wird gebraucht, wenn " + w + ".")
                .orElse("");
    }

    private static String zusammen(String... texte) {
        return String.join(
                " ",
                Stream.of(texte).filter(t -> !t.isBlank()).map(String::strip).toList());
    }
}
