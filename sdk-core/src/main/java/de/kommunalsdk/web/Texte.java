/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Texts of the page frame per language. German is complete by definition; a test compares the others. Thread-safe. */
public final class Texte {

    /** Languages in the order of the switch. */
    public static final List<Locale> SPRACHEN = List.of(Locale.GERMAN, Locale.ENGLISH);

    private static final Map<Locale, Properties> ALLE =
            SPRACHEN.stream().collect(Collectors.toUnmodifiableMap(s -> s, Texte::lies));

    private Texte() {}

    /**
     * A text; values are put in for {@code {0}}, {@code {1}}. Plain text, not escaped.
     *
     * @throws IllegalArgumentException for a key that does not exist: a fault of the program
     */
    public static String text(Locale sprache, String schluessel, Object... werte) {
        Properties texte = ALLE.get(ALLE.containsKey(sprache) ? sprache : Locale.GERMAN);
        String muster = texte == null ? null : texte.getProperty(schluessel);
        if (muster == null) {
            throw new IllegalArgumentException("Text fehlt: " + schluessel);
        }
        return new MessageFormat(muster.replace("'", "''"), sprache).format(werte);
    }

    /** All keys of a language. */
    public static java.util.Set<String> schluessel(Locale sprache) {
        return ALLE.getOrDefault(sprache, new Properties()).stringPropertyNames();
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

    private static Properties lies(Locale sprache) {
        String name = "texte_" + sprache.getLanguage() + ".properties";
        try (InputStream quelle = Texte.class.getResourceAsStream(name)) {
            if (quelle == null) {
                throw new IllegalStateException("Im Klassenpfad fehlt " + name);
            }
            Properties texte = new Properties();
            texte.load(new InputStreamReader(quelle, StandardCharsets.UTF_8));
            return texte;
        } catch (IOException e) {
            throw new IllegalStateException(name + " ist nicht lesbar", e);
        }
    }
}
