/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * What a browser sends for a form: its successful controls and the button that was pressed. Files are left out.
 *
 * @param ziel where it goes
 * @param mehrteilig whether the form asks for {@code multipart/form-data}
 */
public record Formularsendung(URI ziel, boolean mehrteilig, Map<String, String> felder) {

    private static final String TRENNER = "konformitaet-7d3f1c5a9b";

    /** Copies the fields. */
    public Formularsendung {
        felder = new LinkedHashMap<>(felder);
    }

    /** The form as it stands in the page, without any button. */
    public static Formularsendung von(FormElement formular) {
        Map<String, String> felder = new LinkedHashMap<>();
        formular.formData().forEach(f -> felder.put(f.key(), f.value()));
        formular.select("input[type=file]").forEach(datei -> felder.remove(datei.attr("name")));
        try {
            String aktion = formular.hasAttr("action") ? formular.absUrl("action") : formular.baseUri();
            return new Formularsendung(
                    URI.create(aktion), formular.attr("enctype").equalsIgnoreCase("multipart/form-data"), felder);
        } catch (IllegalArgumentException e) {
            throw new NichtMoeglich("formularziel", "Ein Formular geht an eine Adresse, die keine ist.");
        }
    }

    /** With the name and value of the button that was pressed. */
    public Formularsendung mitKnopf(Element knopf) {
        return knopf.attr("name").isEmpty() ? this : mit(knopf.attr("name"), knopf.attr("value"));
    }

    /** With another value of a field. */
    public Formularsendung mit(String name, String wert) {
        Map<String, String> neu = new LinkedHashMap<>(felder);
        neu.put(name, wert);
        return new Formularsendung(ziel, mehrteilig, neu);
    }

    /** Without a field. */
    public Formularsendung ohne(String name) {
        Map<String, String> neu = new LinkedHashMap<>(felder);
        neu.remove(name);
        return new Formularsendung(ziel, mehrteilig, neu);
    }

    String medientyp() {
        return mehrteilig ? "multipart/form-data; boundary=" + TRENNER : "application/x-www-form-urlencoded";
    }

    byte[] koerper() {
        String text = mehrteilig
                ? felder.entrySet().stream()
                        .map(e -> "--" + TRENNER + "\r\nContent-Disposition: form-data; name=\""
                                + e.getKey().replace("\"", "%22") + "\"\r\n\r\n" + e.getValue() + "\r\n")
                        .collect(Collectors.joining("", "", "--" + TRENNER + "--\r\n"))
                : felder.entrySet().stream()
                        .map(e -> kodiert(e.getKey()) + "=" + kodiert(e.getValue()))
                        .collect(Collectors.joining("&"));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String kodiert(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
