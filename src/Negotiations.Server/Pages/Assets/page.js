// Lets the slider slide and play. Without this script every page works by links and forms alone.
const time = document.querySelector('[data-time]');
if (time) start(time);

function start(time) {
  const slider = time.querySelector('[data-stop]');
  const play = time.querySelector('[data-play]');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let waiting, loading, playing;
  time.classList.add('with-script');
  play.hidden = still.matches || slider.max <= 1;

  const show = async (address, push) => {
    loading?.abort();
    loading = new AbortController();
    time.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(address, { signal: loading.signal });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (!response.ok || !page.querySelector('[data-stop]')) return location.assign(address);
      take(page);
      history[push ? 'pushState' : 'replaceState'](null, '', response.url);
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      stop();
      time.querySelector('[data-part=words]').textContent = 'The server did not answer. Try again.';
    }
    time.removeAttribute('aria-busy');
  };

  // Every part but the slider, which keeps the focus and the finger.
  const take = page => {
    const focused = document.activeElement?.closest('[data-part]') ? document.activeElement : null;
    const way = focused && `[data-part=${focused.closest('[data-part]').dataset.part}] ${focused.localName}`;
    for (const part of document.querySelectorAll('[data-part]')) {
      const other = page.querySelector(`[data-part=${part.dataset.part}]`);
      if (other && other.innerHTML !== part.innerHTML) part.innerHTML = other.innerHTML;
    }
    for (const place of ['h1', '.top', '.cite']) {
      const other = page.querySelector(place);
      if (other) document.querySelector(place).innerHTML = other.innerHTML;
    }
    document.title = page.title;
    const other = page.querySelector('[data-stop]');
    for (const name of ['min', 'max', 'aria-valuetext']) slider.setAttribute(name, other.getAttribute(name));
    slider.value = other.value;
    if (focused && !focused.isConnected)
      ([...document.querySelectorAll(way)].find(one => one.textContent === focused.textContent) ?? slider).focus();
  };

  const addressOf = stop => {
    const form = new FormData(slider.form);
    form.set('stop', stop);
    return `${slider.form.action}?${new URLSearchParams(form)}`;
  };

  slider.addEventListener('input', () => {
    stop();
    slider.setAttribute('aria-valuetext', `change ${slider.value} of ${slider.max}`);
    clearTimeout(waiting);
    waiting = setTimeout(() => show(addressOf(slider.value), false), 120);
  });
  slider.form.addEventListener('submit', event => {
    event.preventDefault();
    show(addressOf(slider.value), true);
  });
  time.addEventListener('click', event => {
    const link = event.target.closest('[data-part=steps] a, [data-part=marks] a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    stop();
    show(link.href, true);
  });
  addEventListener('popstate', () => show(location.href, false));

  const stop = () => {
    clearInterval(playing);
    playing = undefined;
    play.textContent = 'Play';
  };
  play.addEventListener('click', () => {
    if (playing) return stop();
    play.textContent = 'Pause';
    if (+slider.value >= +slider.max) slider.value = 0;
    playing = setInterval(() => {
      if (time.hasAttribute('aria-busy')) return;
      if (+slider.value >= +slider.max) return stop();
      show(addressOf(+slider.value + 1), false);
    }, 1500);
  });
  time.addEventListener('focusout', event => {
    if (!time.contains(event.relatedTarget)) stop();
  });
  still.addEventListener('change', () => {
    stop();
    play.hidden = still.matches;
  });
}
