/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konformitaet.internal.regeln;

import de.kommunalsdk.testkit.konformitaet.Regel;
import de.kommunalsdk.testkit.konformitaet.internal.Antwort;
import de.kommunalsdk.testkit.konformitaet.internal.Befund;
import de.kommunalsdk.testkit.konformitaet.internal.Regelpruefung;
import de.kommunalsdk.testkit.konformitaet.internal.Rundgang;
import de.kommunalsdk.testkit.konformitaet.internal.Seite;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** EP 13: what a browser is told so that it protects the citizen. */
final class Sicherheitskopfzeilen implements Regelpruefung {

    private static final Regel REGEL = new Regel(
            "EP13_Sicherheitskopfzeilen",
            13,
            "Sicherheit im Browser",
            "Jede Seite hat eine Content-Security-Policy ohne eingebettete Skripte und mit frame-ancestors, nosniff und"
                    + " eine Referrer-Policy; Seiten mit Angaben werden nicht gespeichert; Cookies des SDK sind HttpOnly,"
                    + " SameSite und bei https Secure.",
            "Filter, Server oder Proxy dürfen diese Kopfzeilen des SDK nicht entfernen oder lockern.");

    private static final Set<String> OFFEN =
            Set.of("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "data:", "blob:");
    private static final Set<String> REFERRER = Set.of(
            "no-referrer",
            "same-origin",
            "strict-origin",
            "strict-origin-when-cross-origin",
            "origin-when-cross-origin");

    @Override
    public Regel regel() {
        return REGEL;
    }

    @Override
    public void pruefe(Rundgang rundgang, Befund befund) {
        for (Seite seite : rundgang.alle()) {
            csp(seite, befund);
            Antwort antwort = seite.antwort();
            if (!antwort.kopf("X-Content-Type-Options").toLowerCase(Locale.ROOT).startsWith("nosniff")) {
                befund.melde("nosniff-fehlt", seite, "X-Content-Type-Options: nosniff fehlt.");
            }
            // The last policy that a browser knows is the one that holds.
            String[] referrer =
                    antwort.kopf("Referrer-Policy").toLowerCase(Locale.ROOT).split(",", -1);
            if (!REFERRER.contains(referrer[referrer.length - 1].strip())) {
                befund.melde(
                        "referrer-policy",
                        seite,
                        "Referrer-Policy fehlt oder ist zu offen: " + antwort.kopf("Referrer-Policy"));
            }
            if (seite.zeigtEntwurf()
                    && !antwort.kopf("Cache-Control").toLowerCase(Locale.ROOT).contains("no-store")) {
                befund.melde("no-store-fehlt", seite, "Cache-Control: no-store fehlt auf einer Seite mit Angaben.");
            }
        }
        boolean https = "https".equals(rundgang.pruefling().basis().getScheme());
        Map<String, String> cookies = new LinkedHashMap<>();
        rundgang.gang().browser().verlauf().stream()
                .flatMap(a -> a.koepfe("Set-Cookie").stream())
                .filter(c -> c.startsWith("ozg-"))
                .forEach(c -> cookies.putIfAbsent(c.split("=", 2)[0], c));
        cookies.forEach((name, zeile) -> cookie(name, zeile, https, befund));
    }

    private static void csp(Seite seite, Befund befund) {
        List<String> regelungen = seite.antwort().koepfe("Content-Security-Policy");
        if (regelungen.isEmpty()) {
            befund.melde("csp-fehlt", seite, "Content-Security-Policy fehlt.");
            return;
        }
        // Several policies hold all at once, so one that is strict is enough.
        if (regelungen.stream().noneMatch(r -> skriptStreng(direktiven(r)))) {
            befund.melde(
                    "csp-skripte",
                    seite,
                    "Content-Security-Policy erlaubt eingebettete oder fremde Skripte: " + regelungen);
        }
        if (regelungen.stream().noneMatch(r -> rahmenStreng(direktiven(r)))) {
            befund.melde("frame-ancestors", seite, "frame-ancestors fehlt oder erlaubt fremde Rahmen: " + regelungen);
        }
    }

    static boolean skriptStreng(Map<String, List<String>> direktiven) {
        List<String> quellen =
                direktiven.getOrDefault("script-src", direktiven.getOrDefault("default-src", List.of("*")));
        return quellen.stream().noneMatch(OFFEN::contains);
    }

    private static boolean rahmenStreng(Map<String, List<String>> direktiven) {
        @Nullable List<String> rahmen = direktiven.get("frame-ancestors");
        return rahmen != null && rahmen.stream().noneMatch(OFFEN::contains);
    }

    static Map<String, List<String>> direktiven(String csp) {
        Map<String, List<String>> direktiven = new LinkedHashMap<>();
        for (String direktive : csp.toLowerCase(Locale.ROOT).split(";", -1)) {
            List<String> worte = Arrays.stream(direktive.strip().split("\\s+")).toList();
            direktiven.putIfAbsent(worte.get(0), worte.subList(1, worte.size()));
        }
        return direktiven;
    }

    static void cookie(String name, String zeile, boolean https, Befund befund) {
        List<String> angaben = Arrays.stream(zeile.toLowerCase(Locale.ROOT).split(";", -1))
                .skip(1)
                .map(String::strip)
                .toList();
        String wo = "Cookie " + name.replaceFirst("^ozg-a-.*", "ozg-a-…");
        if (!angaben.contains("httponly")) {
            befund.melde("cookie-httponly", wo, "HttpOnly fehlt.", REGEL.abhilfe());
        }
        if (!angaben.contains("samesite=lax") && !angaben.contains("samesite=strict")) {
            befund.melde("cookie-samesite", wo, "SameSite=Lax oder Strict fehlt.", REGEL.abhilfe());
        }
        if (https && !angaben.contains("secure")) {
            befund.melde(
                    "cookie-secure",
                    wo,
                    "Secure fehlt, obwohl das Portal über https läuft.",
                    "basis_url in mandant.yaml muss mit https beginnen.");
        }
    }
}
