/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet;

import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.servlet.Testbrowser.Seite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * A field as it stands in a page that came.
 *
 * @param pflicht whether the page says so: it is not called optional
 */
record Feldstelle(String ort, Feld feld, boolean pflicht) {

    private static final String NAME = "([FG]\\d{8}(?:\\d{3})?[FG0-9.-]*?)(\\.[a-z]+)?";

    /** All that the form with the button "weiter" asks for, in its order. */
    static List<Feldstelle> von(Formular formular, Seite seite) {
        Map<String, Feldstelle> stellen = new LinkedHashMap<>();
        for (Element e : seite.formular("weiter").select("input[name], select[name], textarea[name]")) {
            String ort = ort(e);
            Feld feld = formular.felder().get(pfad(ort));
            if (feld != null && !e.attr("name").endsWith(".suche")) {
                Element rahmen = e.closest(".ozg-feld");
                boolean pflicht = rahmen != null
                        && !rahmen.select("legend, label").first().text().endsWith("(freiwillig)");
                stellen.putIfAbsent(ort, new Feldstelle(ort, feld, pflicht));
            }
        }
        return new ArrayList<>(stellen.values());
    }

    /** The places that the error summary names: fields by their place, groups by the place of the group. */
    static List<String> gemeldete(Seite seite) {
        List<String> orte = new ArrayList<>();
        for (Element verweis : seite.html().select(".ozg-fehlerliste a")) {
            Element ziel = seite.html().getElementById(verweis.attr("href").replaceFirst("^#", ""));
            if (ziel == null) {
                throw new AssertionError("the summary of " + seite.url() + " leads nowhere: " + verweis);
            }
            orte.add(ziel.hasAttr("name") ? ort(ziel) : ziel.id().replaceFirst("^.*?(?=[FG]\\d{8})", ""));
        }
        return orte;
    }

    /** The path of a place in the schema: without indices. */
    static String pfad(String ort) {
        return ort.replaceAll("-\\d+(?=\\.|$)", "");
    }

    private static String ort(Element e) {
        String name = e.attr("name");
        return name.matches(NAME) ? name.replaceFirst("\\.[a-z]+$", "") : "";
    }
}
