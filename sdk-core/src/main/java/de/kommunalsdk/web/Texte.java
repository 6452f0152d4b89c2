/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts of the page frame per language. German is complete by definition; a test compares the others. Thread-safe. */
public final class Texte {

    /** Languages in the order of the switch. */
    public static final List<Locale> SPRACHEN = List.of(Locale.GERMAN, Locale.ENGLISH);

    private static final Map<Locale, Map<String, Textmuster>> ALLE =
            SPRACHEN.stream().collect(Collectors.toUnmodifiableMap(s -> s, Texte::lies));
    private static final Map<String, Textmuster> DEUTSCH = ALLE.getOrDefault(Locale.GERMAN, Map.of());
    private static final Map<Locale, String> EIGENNAMEN =
            SPRACHEN.stream().collect(Collectors.toUnmodifiableMap(s -> s, s -> s.getDisplayLanguage(s)));
    private static final Object[] OHNE = {};

    private Texte() {}

    /**
     * A text without values. Plain text, not escaped.
     *
     * @throws IllegalArgumentException for a key that does not exist: a fault of the program
     */
    public static String text(Locale sprache, String schluessel) {
        return text(sprache, schluessel, OHNE);
    }

    /**
     * A text; values are put in for {@code {0}}, {@code {1}}. Plain text, not escaped.
     *
     * @throws IllegalArgumentException for a key that does not exist: a fault of the program
     */
    public static String text(Locale sprache, String schluessel, Object... werte) {
        Textmuster muster = ALLE.getOrDefault(sprache, DEUTSCH).get(schluessel);
        if (muster == null) {
            throw new IllegalArgumentException("Text fehlt: " + schluessel);
        }
        return muster.mit(sprache, werte);
    }

    /** All keys of a language. */
    public static Set<String> schluessel(Locale sprache) {
        return ALLE.getOrDefault(sprache, Map.of()).keySet();
    }

    /** The name of a language in itself, for the switch. */
    public static String eigenname(Locale sprache) {
        return EIGENNAMEN.getOrDefault(sprache, sprache.toLanguageTag());
    }

    /** The language that texts of a page are in: the page's own, or German when there are none in it. */
    public static Locale sprache(Locale gewuenscht) {
        return ALLE.containsKey(gewuenscht) ? gewuenscht : Locale.GERMAN;
    }

    /** The best language for a header {@code Accept-Language}; German when none fits. */
    public static Locale waehle(String acceptLanguage) {
        try {
            Locale beste = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPRACHEN);
            return beste == null ? Locale.GERMAN : beste;
        } catch (IllegalArgumentException e) {
            return Locale.GERMAN;
        }
    }

    private static Map<String, Textmuster> lies(Locale sprache) {
        String name = "texte_" + sprache.getLanguage() + ".properties";
        try (InputStream quelle = Texte.class.getResourceAsStream(name)) {
            if (quelle == null) {
                throw new IllegalStateException("Im Klassenpfad fehlt " + name);
            }
            Properties texte = new Properties();
            texte.load(new InputStreamReader(quelle, StandardCharsets.UTF_8));
            return texte.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(k -> k, k -> Textmuster.von(texte.getProperty(k))));
        } catch (IOException e) {
            throw new IllegalStateException(name + " ist nicht lesbar", e);
        }
    }
}
