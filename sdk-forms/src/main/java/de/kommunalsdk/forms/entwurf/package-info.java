/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * What happens to a draft between two visits: two tabs that wrote at once, a version of the Dienst that came to its end,
 * mail with the resume code. Pure functions of answers and forms; pages and the store call them.
 */
@NullMarked
package de.kommunalsdk.forms.entwurf;

import org.jspecify.annotations.NullMarked;
