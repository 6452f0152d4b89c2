/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages at random for the rules of a Schematron file: each of its contexts, filled by a plan with what its rules ask
 * for. They agree with no schema, which the rules do not look at.
 */
final class Nachrichtenwuerfel {

    private static final Pattern KONTEXT = Pattern.compile("<sch:rule context=\"\\w+:([^/\"]+)(/[^\"]*)?\">");

    /** Below the element of a context (empty: the root) a path that may be there, and its values. */
    private record Zeile(String element, String pfad, String[] werte) {}

    private final String namensraum;
    private final List<Zeile> plan;
    private final Map<String, List<String>> orte = new TreeMap<>();
    private final Random zufall = new Random(4);

    /**
     * @param plan lines {@code element|path|value,value}; the element {@code *} is any, {@code x:} the standard's
     *     namespace, an attribute may stand behind the last step: {@code x:fach@listURI}
     */
    Nachrichtenwuerfel(String schematron, String namensraum, String plan) {
        this.namensraum = namensraum;
        this.plan = plan.lines()
                .map(z -> z.split("\\|", -1))
                .map(z -> new Zeile(z[0], z[1], z[2].split(",", -1)))
                .toList();
        Matcher kontexte = KONTEXT.matcher(schematron);
        while (kontexte.find()) {
            String ort = kontexte.group(2) == null ? "" : kontexte.group(2).replaceAll("\\b\\w+:", "x:");
            orte.computeIfAbsent(kontexte.group(1), n -> new ArrayList<>()).add(ort);
        }
    }

    /** The names of all messages. */
    List<String> nachrichten() {
        return List.copyOf(orte.keySet());
    }

    String nachricht(String name) {
        StringBuilder xml = new StringBuilder("<x:" + name + " xmlns:x=\"" + namensraum + "\">");
        fuelle("", xml);
        for (String ort : orte.getOrDefault(name, List.of())) {
            for (int mal = zufall.nextInt(3); mal > 0 && !ort.isEmpty(); mal--) {
                // "/a//b" becomes a/huelle/b, "//b" huelle/b
                String[] stufen = ort.substring(1).split("/", -1);
                for (String stufe : stufen) {
                    xml.append('<').append(stufe.isEmpty() ? "x:huelle" : stufe).append('>');
                }
                fuelle(stufen[stufen.length - 1].replace("x:", ""), xml);
                for (int i = stufen.length - 1; i >= 0; i--) {
                    xml.append("</")
                            .append(stufen[i].isEmpty() ? "x:huelle" : stufen[i])
                            .append('>');
                }
            }
        }
        return xml.append("</x:").append(name).append('>').toString();
    }

    private void fuelle(String element, StringBuilder xml) {
        for (Zeile zeile : plan) {
            boolean passt = zeile.element().equals(element) || (zeile.element().equals("*") && !element.isEmpty());
            if (passt && zufall.nextInt(4) > 0) {
                String wert = zeile.werte()[zufall.nextInt(zeile.werte().length)];
                xml.append(verschachtelt(zeile.pfad().split("/"), 0, wert));
            }
        }
    }

    private static String verschachtelt(String[] stufen, int ab, String wert) {
        if (ab == stufen.length) {
            return wert;
        }
        String[] teile = stufen[ab].split("@");
        return teile.length == 2
                ? "<" + teile[0] + " " + teile[1] + "=\"" + wert + "\"/>"
                : "<" + teile[0] + ">" + verschachtelt(stufen, ab + 1, wert) + "</" + teile[0] + ">";
    }
}
