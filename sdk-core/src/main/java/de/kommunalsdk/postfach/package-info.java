/* SPDX-License-Identifier: EUPL-1.2 */
/**
 * The mailbox of who applied. So far only where it is: the login hands it over with the Antrag, and what sends messages asks
 * here. No form and no Fachverfahren sees it.
 */
@NullMarked
package de.kommunalsdk.postfach;

import org.jspecify.annotations.NullMarked;
