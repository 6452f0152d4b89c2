/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import de.kommunalsdk.ausdruck.Ausdruck.Bezug;
import de.kommunalsdk.ausdruck.Umgebung.Element;
import java.util.ArrayList;
import java.util.List;

/** Makes references to elements: within the entry that carries the expression, else through all entries. */
public final class Bezuege {

    private Bezuege() {}

    /** As {@link #auf}, but what stands in an entry of the carrier means all entries of its innermost repetition. */
    public static Bezug aufAlle(Element element, String traeger) {
        Bezug bezug = auf(element, traeger);
        for (int i = gemeinsame(element, traeger); i > 0 && !bezug.istListe(); i--) {
            if (element.wiederholte().contains(Lesung.davor(element.pfad(), i))) {
                bezug = ab(element, i - 1);
            }
        }
        return bezug;
    }

    /**
     * A reference from an expression to an element.
     *
     * @param traeger path of the group in whose entry the expression stands, without indices; empty for none
     */
    public static Bezug auf(Element element, String traeger) {
        return ab(element, gemeinsame(element, traeger));
    }

    /** A reference from the entry that a variable stands for. */
    public static Bezug vonVariable(Element element, int variable, String pfad) {
        int ab = pfad.split("\\.", -1).length;
        return new Bezug(variable, Bezug.GANZ, schritte(element, ab), element.typ());
    }

    private static Bezug ab(Element element, int gemeinsame) {
        boolean inWiederholung = false;
        for (int i = 1; i <= gemeinsame; i++) {
            inWiederholung |= element.wiederholte().contains(Lesung.davor(element.pfad(), i));
        }
        int ebenen = inWiederholung ? gemeinsame : 0;
        return new Bezug(0, ebenen, schritte(element, ebenen), element.typ());
    }

    private static int gemeinsame(Element element, String traeger) {
        String[] hier = traeger.split("\\.", -1);
        String[] dort = element.pfad().split("\\.", -1);
        int n = 0;
        while (n < hier.length && n < dort.length && hier[n].equals(dort[n])) {
            n++;
        }
        return n;
    }

    private static List<String> schritte(Element element, int ab) {
        String[] ids = element.pfad().split("\\.", -1);
        List<String> schritte = new ArrayList<>();
        StringBuilder offen = new StringBuilder();
        for (int i = ab; i < ids.length; i++) {
            offen.append(offen.isEmpty() ? "" : ".").append(ids[i]);
            if (element.wiederholte().contains(Lesung.davor(element.pfad(), i + 1))) {
                schritte.add(offen.toString());
                offen.setLength(0);
            }
        }
        schritte.add(offen.toString());
        return schritte;
    }
}
