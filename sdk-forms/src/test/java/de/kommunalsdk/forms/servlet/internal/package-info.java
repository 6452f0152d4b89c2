/* SPDX-License-Identifier: EUPL-1.2 */
@NullMarked
package de.kommunalsdk.forms.servlet.internal;

import org.jspecify.annotations.NullMarked;
