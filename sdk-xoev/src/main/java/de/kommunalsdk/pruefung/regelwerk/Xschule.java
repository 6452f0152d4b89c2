/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.regelwerk;

import de.kommunalsdk.pruefung.Fachregel;
import de.kommunalsdk.pruefung.Nachrichtenelement;
import de.kommunalsdk.pruefung.internal.Kontextregel;
import de.kommunalsdk.pruefung.internal.Pfad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** XSchule 1.2, after {@code xschule-schematron.sch} (CC BY 4.0, ]init[ AG im Auftrag des Landes Sachsen-Anhalt). */
final class Xschule {

    static final String NAMENSRAUM = "http://xschule.digital/def/xschule/1.2/xsd";

    private static final String WECHSEL = "schueler.wechsel.0001";
    private static final String ABITUR = "schueler.abiturzeugnis.0002";
    private static final String ZEUGNIS = "schueler.zeugnis.0003";
    private static final String BESCHEINIGUNG = "schueler.schulbescheinigung.0004";
    private static final String BVJ = "schueler.bvjzeugnis.0005";

    private static final Pfad NICHT_GELISTET = pfad("*:nichtGelisteterWert");
    private static final Pfad CODE = pfad("*:code/code");
    private static final Pfad KURSE = pfad("//x:kurs");
    private static final Pfad PRUEFUNGEN = pfad("//x:pruefungsergebnis");
    private static final Pfad GRUNDLAGE = pfad("x:berechnungsgrundlage");
    private static final Pfad ART = pfad("x:artDerPruefung/x:code/code");
    private static final Pfad FACH = pfad("x:fach");
    private static final String FACHLISTE = "urn:xschule-digital:xschule:codeliste:abiturfachdigital";
    private static final String LERNLEISTUNG =
            "http://xbildung.de/def/xbildung/1.0/code/artderpruefung/besondere_lernleistung";

    private Xschule() {}

    static List<Fachregel> regeln() {
        List<Fachregel> regeln = new ArrayList<>();
        regeln.add(new Kontextregel(
                "XSC-0002-0100-MUSS-Kurs-Pruefung-AbiturfachDigital",
                "Jeder eingebrachte Kurs und jede Prüfung braucht ein Fach aus der Liste Abiturfach-Digital.",
                NAMENSRAUM,
                Map.of(ABITUR, List.of(pfad(""))),
                false,
                Xschule::abiturfaecherVollstaendig));
        regeln.add(freitext("0001-WNIL_AdF", "abfolge", ABITUR, BVJ, WECHSEL, ZEUGNIS));
        regeln.add(freitext("0002-WNIL_AdSA", "artDerSchulaufnahme", WECHSEL));
        regeln.add(regel("0003-WNIL_AdU", pfad("x:besuchteSchule//x:art"), WECHSEL));
        regeln.add(freitext("0004-WNIL_LE", "schullaufbahnempfehlung", WECHSEL));
        regeln.add(freitext("0005-WNIL_NPe", "nachweisperiode", ZEUGNIS));
        regeln.add(freitext("0006-WNIL_TgU", "teilnahmeGemeinsamerUnterricht", WECHSEL));
        regeln.add(freitext("0007-WNIL_VG", "verpflichtungsgrad", ABITUR, BVJ, WECHSEL, ZEUGNIS));
        regeln.add(freitext("0008-WNIL_VT", "versetzungsOderAusnahmetatbestandstyp", WECHSEL));
        regeln.add(freitext("0009-WNIL_NPr", "nachpruefung", ABITUR, BVJ, ZEUGNIS));
        regeln.add(freitext("0010-WNIL_AF", "aufgabenfeld", ABITUR, BVJ, WECHSEL, ZEUGNIS));
        regeln.add(freitext("0011-WNIL_IS", "impfschutz", WECHSEL));
        regeln.add(freitext("0012-WNIL_AdP", "artDerPruefung", ABITUR, BVJ, ZEUGNIS));
        Map<String, List<Pfad>> abschluss =
                new TreeMap<>(orte(pfad("//x:artDesSchulabschlusses"), ABITUR, BVJ, ZEUGNIS));
        abschluss.put(BESCHEINIGUNG, List.of(pfad("//x:voraussichtlicherAbschluss")));
        regeln.add(freitext("0013-WNIL_AdSA", abschluss));
        regeln.add(freitext("0014-WNIL_AdS", "schulform", ABITUR, BVJ, BESCHEINIGUNG, WECHSEL, ZEUGNIS));
        regeln.add(freitext("0015-WNIL_LZM", "lernzeitmodell", BVJ, ZEUGNIS));
        return List.copyOf(regeln);
    }

    private static Fachregel freitext(String nummer, String element, String... nachrichten) {
        return regel(nummer, pfad("//x:" + element), nachrichten);
    }

    private static Fachregel regel(String nummer, Pfad pfad, String... nachrichten) {
        return freitext(nummer, orte(pfad, nachrichten));
    }

    private static Fachregel freitext(String nummer, Map<String, List<Pfad>> orte) {
        return new Kontextregel(
                "XSC-1000-" + nummer,
                "Das Element nichtGelisteterWert gehört zum Code wert_nicht_in_liste und nur zu ihm.",
                NAMENSRAUM,
                orte,
                false,
                Xschule::freitextNurOhneCode);
    }

    private static boolean freitextNurOhneCode(Nachrichtenelement e) {
        boolean freitext = !NICHT_GELISTET.suche(e).isEmpty();
        boolean ohneCode = CODE.suche(e).stream().anyMatch(c -> c.text().endsWith("wert_nicht_in_liste"));
        return freitext == ohneCode;
    }

    private static boolean abiturfaecherVollstaendig(Nachrichtenelement nachricht) {
        Stream<Nachrichtenelement> kurse = KURSE.suche(nachricht).stream()
                .filter(k -> GRUNDLAGE.suche(k).stream().anyMatch(g -> g.text().equals("true")));
        Stream<Nachrichtenelement> pruefungen = PRUEFUNGEN.suche(nachricht).stream()
                .filter(p -> ART.suche(p).stream().noneMatch(a -> a.text().equals(LERNLEISTUNG)));
        return Stream.concat(kurse, pruefungen).allMatch(e -> FACH.suche(e).stream()
                .anyMatch(f -> f.attribut("listURI").equals(FACHLISTE)));
    }

    private static Map<String, List<Pfad>> orte(Pfad pfad, String... nachrichten) {
        Map<String, List<Pfad>> orte = new TreeMap<>();
        for (String nachricht : nachrichten) {
            orte.put(nachricht, List.of(pfad));
        }
        return orte;
    }

    private static Pfad pfad(String text) {
        return Pfad.von(NAMENSRAUM, text);
    }
}
