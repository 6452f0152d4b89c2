/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** An answer of the portal, read to its end. Not thread-safe. */
public final class Antwort {

    private final URI adresse;
    private final int status;
    private final HttpHeaders kopf;
    private final byte[] koerper;
    private @Nullable Document dokument;

    Antwort(URI adresse, int status, HttpHeaders kopf, byte[] koerper) {
        this.adresse = adresse;
        this.status = status;
        this.kopf = kopf;
        this.koerper = koerper;
    }

    public URI adresse() {
        return adresse;
    }

    public int status() {
        return status;
    }

    /** The header, empty when there is none; several of one name are joined by comma. */
    public String kopf(String name) {
        return String.join(", ", kopf.allValues(name));
    }

    public List<String> koepfe(String name) {
        return kopf.allValues(name);
    }

    public int laenge() {
        return koerper.length;
    }

    public String text() {
        return text(StandardCharsets.UTF_8);
    }

    String text(Charset zeichensatz) {
        return new String(koerper, zeichensatz);
    }

    /** Media type without parameters, lower case. */
    public String medientyp() {
        return kopf.firstValue("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    public boolean istHtml() {
        return medientyp().equals("text/html") || medientyp().equals("application/xhtml+xml");
    }

    boolean leitetWeiter() {
        return ((status >= 301 && status <= 303) || status == 307 || status == 308)
                && kopf.firstValue("Location").isPresent();
    }

    /** The page, parsed once; callers do not change it. */
    public Document dokument() {
        Document da = dokument;
        if (da == null) {
            da = Jsoup.parse(text(), adresse.toString());
            dokument = da;
        }
        return da;
    }
}
